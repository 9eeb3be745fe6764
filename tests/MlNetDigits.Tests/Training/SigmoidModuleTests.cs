using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

[Collection(TorchCollection.Name)]
public sealed class SigmoidModuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(WeightInitialization.Uniform)]
    [InlineData(WeightInitialization.Normal)]
    public void Constructor_Seed_HasTheWeightsThatTheTrainerDraws(WeightInitialization initialization)
    {
        using var module = new SigmoidModule(7, 5, 3, seed: 4, initialization);

        Assert.Equal(WeightInitializer.Draw(7, 5, 3, initialization, seed: 4).Bits(), module.ToWeights().Bits());
        Assert.Equal((7, 5, 3), (module.Inputs, module.HiddenNodes, module.Outputs));
    }

    [Fact]
    public void Constructor_NoSeed_HasOtherWeightsEachTimeAndLeavesTorchsGeneratorAlone()
    {
        using var first = new SigmoidModule(7, 5, 3);
        manual_seed(1);
        using var expected = rand(4);
        manual_seed(1);

        using var second = new SigmoidModule(7, 5, 3);

        using var drawn = rand(4);
        Assert.Equal(expected.data<float>().ToArray(), drawn.data<float>().ToArray());
        Assert.NotEqual(first.ToWeights().Bits(), second.ToWeights().Bits());
    }

    [Theory]
    [InlineData(0, 5, 3, "inputs")]
    [InlineData(7, 0, 3, "hiddenNodes")]
    [InlineData(7, 5, 0, "outputs")]
    [InlineData(784, 1_000_000, 10, "hiddenNodes")]
    public void Constructor_SizesOutOfRange_NamesWhichOne(int inputs, int hiddenNodes, int outputs, string name)
        => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => new SigmoidModule(inputs, hiddenNodes, outputs)).ParamName);

    [Fact]
    public void Constructor_NoSuchInitialization_Throws()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new SigmoidModule(7, 5, 3, initialization: (WeightInitialization)9));

    [Fact]
    public void Constructor_InsideADisposeScope_OutlivesIt()
    {
        SigmoidModule module;
        using (NewDisposeScope())
            module = new SigmoidModule(7, 5, 3, seed: 1);

        Assert.Equal(WeightInitializer.Draw(7, 5, 3, WeightInitialization.Uniform, seed: 1).Bits(), module.ToWeights().Bits());
        module.Dispose();
    }

    [Fact]
    public void Forward_SampleDigits_AgreesWithQueryAndDoublePrecision()
    {
        using var module = new SigmoidModule(784, 200, 10, seed: 1);
        var weights = module.ToWeights();
        var reference = new ReferenceNetwork(weights);
        var digits = TestDigits.Test.Take(50).Features;
        using var input = tensor([.. digits.SelectMany(digit => digit)], [digits.Count, 784]);

        using var scores = module.forward(input);

        Assert.Equal([50L, 10L], scores.shape);
        var rows = scores.data<float>().ToArray().Chunk(10);
        Assert.All(rows.Zip(digits), row =>
        {
            Assert.All(row.First.Zip(weights.Query(row.Second)), score => Assert.Equal(score.Second, score.First, 1e-6f));
            Assert.All(row.First.Zip(reference.Query(row.Second)), score => Assert.Equal(score.Second, score.First, 1e-6));
        });
    }

    [Fact]
    public void Forward_OneRecord_GivesOneRow()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);
        using var input = tensor([0.1f, 0.2f, 0.3f, 0.4f]);

        using var scores = module.call(input);

        Assert.Equal(module.ToWeights().Query([0.1f, 0.2f, 0.3f, 0.4f]), scores.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Forward_Backward_GivesTheGradientOfDoublePrecision()
    {
        var data = MadeRecords.Create(count: 1, features: 37, classes: 5, seed: 3);
        using var module = new SigmoidModule(37, 20, 5, seed: 1);
        var (start, learned) = (new ReferenceNetwork(module.ToWeights()), new ReferenceNetwork(module.ToWeights()));
        learned.Train(data.Features, data.Labels, rate: 1, UpdateRule.Gradient);
        using var scope = NewDisposeScope();
        var target = Enumerable.Repeat(0.01f, 5).ToArray();
        target[data.Labels[0]] = 0.99f;

        var error = tensor(target) - module.forward(tensor(data.Features[0]));
        ((error * error).sum() * tensor(0.5f)).backward();

        AssertStep(start.HiddenWeights, learned.HiddenWeights, module.HiddenWeights.grad!);
        AssertStep(start.OutputWeights, learned.OutputWeights, module.OutputWeights.grad!);
    }

    [Fact]
    public void Forward_ManyTimes_LeavesNothingBehindButItsAnswers()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);
        using var input = tensor([0.1f, 0.2f, 0.3f, 0.4f]);
        var before = TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 10; i++)
        {
            module.forward(input).Dispose();
            module.Load(module.ToWeights());
        }

        Assert.Equal(before, TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Parameters_OfAModule_AreTheTwoLayersByName()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);

        Assert.Equal(
            ["hidden.weight [3, 4]", "output.weight [2, 3]"],
            module.named_parameters().Select(named => $"{named.name} [{string.Join(", ", named.parameter.shape)}]").Order());
    }

    [Fact]
    public void Save_ThenLoadIntoAnother_KeepsEveryBit()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);
        using var other = new SigmoidModule(4, 3, 2, seed: 2);
        module.save(_folder.File("module.dat"));

        other.load(_folder.File("module.dat"));

        Assert.Equal(module.ToWeights().Bits(), other.ToWeights().Bits());
    }

    private static void AssertStep(double[] before, double[] after, Tensor gradient)
        => Assert.All(
            before.Zip(after, gradient.data<float>().ToArray()),
            weight => Assert.Equal(weight.First - weight.Second, weight.Third, 1e-6));
}
