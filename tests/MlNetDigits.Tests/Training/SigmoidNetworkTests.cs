using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>The learner's two verbs.</summary>
public class SigmoidNetworkTests
{
    private const float Rate = 0.1f;
    private const double Bound = 1e-4;

    [Theory]
    [InlineData(UpdateRule.Classic)]
    [InlineData(UpdateRule.Gradient)]
    public void Train_SampleDigits_AgreesWithDoublePrecision(UpdateRule rule)
    {
        var digits = TestDigits.Train.Take(300);
        using var network = new SigmoidNetwork(784, 60, 10, Rate, seed: 1, rule);
        var start = network.Weights;
        var reference = new ReferenceNetwork(start);

        foreach (var (inputs, label) in digits.Features.Zip(digits.Labels))
        {
            var error = network.Train(inputs, Targets(label));

            Assert.Equal(reference.Train(inputs, Targets(label), Rate, rule), error, 1e-4);
        }

        Assert.True(reference.LargestDifference(network.Weights) < Bound, $"{reference.LargestDifference(network.Weights)}");
        Assert.True(reference.LargestDifference(start) > 100 * Bound, "nothing was learned");
    }

    [Theory]
    [InlineData(UpdateRule.Classic, WeightInitialization.Uniform)]
    [InlineData(UpdateRule.Gradient, WeightInitialization.Uniform)]
    [InlineData(UpdateRule.Classic, WeightInitialization.Normal)]
    public void Train_SameSeedAndRecordsAsTheTrainer_GivesTheSameNetwork(UpdateRule rule, WeightInitialization initialization)
    {
        const int Epochs = 2;
        var ml = new MLContext(seed: 5);
        var options = new SigmoidNetworkOptions { HiddenNodes = 80, Epochs = Epochs, UpdateRule = rule, Initialization = initialization };
        var trained = DigitView.Pipeline(ml, options).Fit(DigitView.Create(ml, TestDigits.Train, 400)).LastTransformer.Model.Weights;
        var digits = TestDigits.Train.Take(400);
        using var network = new SigmoidNetwork(784, 80, 10, seed: 5, rule: rule, initialization: initialization);

        for (var epoch = 0; epoch < Epochs; epoch++)
            TrainOn(network, digits);

        var difference = new ReferenceNetwork(trained).LargestDifference(network.Weights);
        Assert.True(difference < Bound, $"{difference}");
    }

    [Fact]
    public void Train_QueriedAndCopiedInBetween_LearnsTheSameToTheLastBit()
    {
        var digits = TestDigits.Train.Take(100);
        using var quiet = new SigmoidNetwork(784, 40, 10, seed: 3);
        using var asked = new SigmoidNetwork(784, 40, 10, seed: 3);
        TrainOn(quiet, digits);

        foreach (var (inputs, label) in digits.Features.Zip(digits.Labels))
        {
            asked.Query(digits.Features[0]);
            asked.Train(inputs, Targets(label));
            asked.Query(digits.Features[1]);
            asked.Query(digits.Features[2]);
            _ = label % 3 == 0 ? asked.Weights : null;
        }

        Assert.Equal(quiet.Weights.HiddenWeights.ToArray(), asked.Weights.HiddenWeights.ToArray());
        Assert.Equal(quiet.Weights.OutputWeights.ToArray(), asked.Weights.OutputWeights.ToArray());
    }

    [Fact]
    public void Query_AfterEachRecord_AgreesWithTheWeightsAndWithDoublePrecision()
    {
        var digits = TestDigits.Train.Take(50);
        using var network = new SigmoidNetwork(784, 40, 10, seed: 3);

        foreach (var (inputs, label) in digits.Features.Zip(digits.Labels))
        {
            network.Train(inputs, Targets(label));

            var outputs = network.Query(digits.Features[0]);

            Assert.All(outputs.Zip(network.Weights.Query(digits.Features[0])), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
            Assert.All(outputs.Zip(new ReferenceNetwork(network.Weights).Query(digits.Features[0])), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        }
    }

    [Fact]
    public void Query_BeforeAnyTraining_IsTheQueryOfTheWeights()
    {
        using var network = new SigmoidNetwork(3, 4, 2, seed: 1);

        Assert.Equal(network.Weights.Query([0.9f, 0.1f, 0.8f]), network.Query([0.9f, 0.1f, 0.8f]));
    }

    [Fact]
    public void Train_FreshProcess_LoadsNothingOfTorch()
    {
        using var folder = new TemporaryFolder();

        var loaded = LearnerProbe.Run(folder.File("loaded.txt"));

        Assert.Contains("MlNetDigits.Training", loaded);
        Assert.DoesNotContain(loaded, name => name.Contains("torch", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void From_WeightsHalfWay_GoesOnAsIfNeverInterrupted()
    {
        var digits = TestDigits.Train.Take(200);
        using var whole = new SigmoidNetwork(784, 40, 10, 0.2f, seed: 3, UpdateRule.Gradient);
        using var firstHalf = new SigmoidNetwork(784, 40, 10, 0.2f, seed: 3, UpdateRule.Gradient);
        TrainOn(whole, digits);
        TrainOn(firstHalf, digits, end: 100);

        using var secondHalf = SigmoidNetwork.From(firstHalf.Weights, 0.2f, UpdateRule.Gradient);
        TrainOn(secondHalf, digits, start: 100);

        var difference = new ReferenceNetwork(whole.Weights).LargestDifference(secondHalf.Weights);
        Assert.True(difference < 1e-5, $"{difference}");
    }

    [Fact]
    public void Weights_AfterMoreTraining_AreACopyThatStaysAsItWas()
    {
        using var network = new SigmoidNetwork(2, 3, 1, seed: 1);
        network.Train([0.2f, 0.8f], [0.9f]);
        var weights = network.Weights;
        var before = weights.HiddenWeights.ToArray();

        network.Train([0.7f, 0.3f], [0.1f]);

        Assert.Equal(before, weights.HiddenWeights.ToArray());
        Assert.NotEqual(before, network.Weights.HiddenWeights.ToArray());
        Assert.Same(network.Weights, network.Weights);
    }

    [Fact]
    public void Constructor_WithoutASeed_DrawsOtherWeightsEachTime()
    {
        using var one = new SigmoidNetwork(5, 5, 5);
        using var other = new SigmoidNetwork(5, 5, 5);

        Assert.NotEqual(one.Weights.HiddenWeights.ToArray(), other.Weights.HiddenWeights.ToArray());
    }

    [Theory]
    [InlineData(0, 4, 2, 0.1f)]
    [InlineData(3, 0, 2, 0.1f)]
    [InlineData(3, 4, 0, 0.1f)]
    [InlineData(3, 4, 2, 0f)]
    [InlineData(3, 4, 2, float.NaN)]
    [InlineData(50_000, 50_000, 2, 0.1f)]
    [InlineData(3, 4, 2, 0.1f, (UpdateRule)9)]
    [InlineData(3, 4, 2, 0.1f, UpdateRule.Classic, (WeightInitialization)9)]
    public void Constructor_ValueOutOfRange_Throws(
        int inputs, int hidden, int outputs, float rate, UpdateRule rule = default, WeightInitialization initialization = default)
        => Assert.ThrowsAny<ArgumentException>(
            () => new SigmoidNetwork(inputs, hidden, outputs, rate, seed: 1, rule, initialization));

    [Theory]
    [InlineData(new[] { 1f, 2f }, new[] { 0.5f, 0.5f }, "takes 3 inputs, not 2")]
    [InlineData(new[] { 1f, 2f, float.NaN }, new[] { 0.5f, 0.5f }, "Input 2 is NaN")]
    [InlineData(new[] { 1f, float.NegativeInfinity, 3f }, new[] { 0.5f, 0.5f }, "Input 1 is -")]
    [InlineData(new[] { 1f, 2f, 3f }, new[] { 0.5f }, "takes 2 targets, not 1")]
    [InlineData(new[] { 1f, 2f, 3f }, new[] { 0.5f, 1.01f }, "Target 1 is 1.01")]
    [InlineData(new[] { 1f, 2f, 3f }, new[] { -0.01f, 0.5f }, "Target 0 is -0.01")]
    [InlineData(new[] { 1f, 2f, 3f }, new[] { float.NaN, 0.5f }, "Target 0 is NaN")]
    public void Train_RecordThatDoesNotFit_SaysWhatIsWrongAndLearnsNothing(float[] inputs, float[] targets, string problem)
    {
        using var network = new SigmoidNetwork(3, 4, 2, seed: 1);
        network.Train([1, 0, 1], [0.01f, 0.99f]);
        var before = network.Weights;

        var error = Assert.ThrowsAny<ArgumentException>(() => network.Train(inputs, targets));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Same(before, network.Weights);
    }

    [Fact]
    public void Query_RecordThatDoesNotFit_SaysWhatIsWrong()
    {
        using var network = new SigmoidNetwork(3, 4, 2, seed: 1);

        Assert.Contains("takes 3 inputs, not 1", Assert.Throws<ArgumentException>(() => network.Query([1])).Message, StringComparison.Ordinal);
        Assert.Contains("gives 2 outputs, not 1", Assert.Throws<ArgumentException>(() => network.Query([1, 2, 3], new float[1])).Message, StringComparison.Ordinal);
        Assert.Contains("Input 0 is NaN", Assert.Throws<ArgumentException>(() => network.Query([float.NaN, 2, 3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_RateSoHighThatTheyOverflow_SaysWhatToDo()
    {
        using var network = new SigmoidNetwork(2, 3, 1, learningRate: float.MaxValue, seed: 1);
        for (var i = 0; i < 10; i++)
            network.Train([1, 1], [i % 2]);

        var error = Assert.Throws<InvalidOperationException>(() => network.Weights);

        Assert.Contains("lower the learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_AfterDispose_Throws()
    {
        var network = new SigmoidNetwork(3, 4, 2, seed: 1);
        network.Train([1, 2, 3], [0.5f, 0.5f]);
        network.Dispose();
        network.Dispose();

        Assert.Throws<ObjectDisposedException>(() => network.Train([1, 2, 3], [0.5f, 0.5f]));
        Assert.Throws<ObjectDisposedException>(() => network.Query([1, 2, 3]));
        Assert.Throws<ObjectDisposedException>(() => network.Weights);
    }

    private static void TrainOn(SigmoidNetwork network, MadeRecords data, int start = 0, int? end = null)
    {
        for (var i = start; i < (end ?? data.Features.Count); i++)
            network.Train(data.Features[i], Targets(data.Labels[i]));
    }

    private static float[] Targets(int label) => [.. Enumerable.Range(0, 10).Select(digit => digit == label ? 0.99f : 0.01f)];
}
