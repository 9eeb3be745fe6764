using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

[Collection(TorchCollection.Name)]
public class ParityTests
{
    private const float Rate = 0.1f;
    private const double Bound = 1e-4;

    [Theory]
    [InlineData(TrainingEngine.Torch, UpdateRule.Classic, 1)]
    [InlineData(TrainingEngine.Torch, UpdateRule.Gradient, 1)]
    [InlineData(TrainingEngine.Torch, UpdateRule.Classic, 16)]
    [InlineData(TrainingEngine.Torch, UpdateRule.Gradient, 16)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Classic, 1)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Gradient, 1)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Classic, 16)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Gradient, 16)]
    public void Train_SampleDigits_AgreesWithDoublePrecisionReference(TrainingEngine engine, UpdateRule rule, int batchSize)
        => CompareWithReference(TestDigits.Train.Take(1000), engine, rule, batchSize);

    [MnistTheory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Train_ClassicRuleOn1000MnistRecords_AgreesWithDoublePrecisionReference(TrainingEngine engine)
        => CompareWithReference(TestDigits.Mnist.Take(1000), engine, UpdateRule.Classic, batchSize: 1);

    [MnistTheory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Train_GradientRuleOn1000MnistRecords_AgreesWithAutogradAndSgd(TrainingEngine engine)
        => CompareWithAutograd(TestDigits.Mnist.Take(1000), engine);

    [Theory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Train_GradientRuleOnSampleDigits_AgreesWithAutogradAndSgd(TrainingEngine engine)
        => CompareWithAutograd(TestDigits.Train.Take(1000), engine);

    [Theory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Train_TwoRules_GiveDifferentWeights(TrainingEngine engine)
    {
        var digits = TestDigits.Train.Take(100);
        var start = Draw(digits);

        var classic = new ReferenceNetwork(Run(digits, start, engine, UpdateRule.Classic, 1).Weights);

        var gradient = Run(digits, start, engine, UpdateRule.Gradient, 1).Weights;
        Assert.True(classic.LargestDifference(gradient) > 0.01, $"{classic.LargestDifference(gradient)}");
    }

    [Theory]
    [InlineData(TrainingEngine.Torch, UpdateRule.Classic)]
    [InlineData(TrainingEngine.Torch, UpdateRule.Gradient)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Classic)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Gradient)]
    public void Train_LastBatchNotFull_TakesTheMeanOfItsOwnRecords(TrainingEngine engine, UpdateRule rule)
        => CompareWithReference(MadeRecords.Create(count: 233, features: 7, classes: 3, seed: 1), engine, rule, batchSize: 10);

    private static void CompareWithReference(MadeRecords data, TrainingEngine engine, UpdateRule rule, int batchSize)
    {
        var start = Draw(data);
        var reference = new ReferenceNetwork(start);
        var referenceError = reference.Train(data.Features, data.Labels, Rate, rule, batchSize);

        var (weights, report) = Run(data, start, engine, rule, batchSize);

        Assert.True(reference.LargestDifference(weights) < Bound, $"{reference.LargestDifference(weights)}");
        Assert.True(new ReferenceNetwork(start).LargestDifference(weights) > 100 * Bound, "nothing was learned");
        Assert.Equal(referenceError, report.TrainingError, 1e-4);
    }

    private static void CompareWithAutograd(MadeRecords data, TrainingEngine engine)
    {
        var start = Draw(data);
        var expected = TrainWithAutograd(data, start);

        var (weights, _) = Run(data, start, engine, UpdateRule.Gradient, batchSize: 1);

        var difference = new ReferenceNetwork(expected).LargestDifference(weights);
        Assert.True(difference < Bound, $"{difference}");
    }

    /// <summary>The gradient rule as a user of TorchSharp would write it.</summary>
    private static NetworkWeights TrainWithAutograd(MadeRecords data, NetworkWeights start)
    {
        TorchNative.EnsureLoaded();
        using var scope = NewDisposeScope();
        var first = nn.Linear(start.Inputs, start.HiddenNodes, hasBias: false);
        var second = nn.Linear(start.HiddenNodes, start.Outputs, hasBias: false);
        using (no_grad())
        {
            first.weight.copy_(tensor(start.HiddenWeights.ToArray(), [start.HiddenNodes, start.Inputs]));
            second.weight.copy_(tensor(start.OutputWeights.ToArray(), [start.Outputs, start.HiddenNodes]));
        }

        using var model = nn.Sequential(first, nn.Sigmoid(), second, nn.Sigmoid());

        // Half the rate for the sum of squares without its 1/2.
        using var optimizer = optim.SGD(model.parameters(), Rate / 2);

        // TorchSharp's numbers can be freed by a collection while they are in use (see KeptAliveSgd): have none.
        Assert.True(GC.TryStartNoGCRegion(200_000_000));
        foreach (var (features, label) in data.Features.Zip(data.Labels))
        {
            using var step = NewDisposeScope();
            var target = Enumerable.Repeat(0.01f, start.Outputs).ToArray();
            target[label] = 0.99f;
            optimizer.zero_grad();
            nn.functional.mse_loss(model.forward(tensor(features)), tensor(target), nn.Reduction.Sum).backward();
            optimizer.step();
        }

        GC.EndNoGCRegion();
        return new NetworkWeights(
            start.Inputs, start.HiddenNodes, start.Outputs, first.weight.data<float>().ToArray(), second.weight.data<float>().ToArray());
    }

    private static NetworkWeights Draw(MadeRecords data)
        => WeightInitializer.Draw(data.Features[0].Length, 200, data.Classes, WeightInitialization.Uniform, seed: 1);

    private static (NetworkWeights Weights, EpochReport Report) Run(
        MadeRecords data, NetworkWeights start, TrainingEngine engine, UpdateRule rule, int batchSize)
    {
        TorchNative.EnsureLoaded();
        EpochReport? last = null;
        var options = new SigmoidNetworkOptions
        {
            HiddenNodes = start.HiddenNodes,
            LearningRate = Rate,
            Epochs = 1,
            UpdateRule = rule,
            BatchSize = batchSize,
            Engine = engine,
        };
        var task = new TrainingTask(options, new MemorySource(RecordBlock.All(data.ToTrainingRecords())), Validation: null, start, Seed: 1);
        var outcome = TrainingLoop.Run(task, progress: _ => { }, report: report => last = report, checkAlive: () => { });
        return (outcome.Weights, last!);
    }
}
