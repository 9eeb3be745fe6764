using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using static MlNetDigits.Tests.Training.EngineParity;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

/// <summary>The engine on TorchSharp against double precision, and both engines against TorchSharp's own gradients.</summary>
[Collection(TorchCollection.Name)]
public class ParityTests
{
    // Each is compared with both engines.
    private static readonly Lazy<NetworkWeights> SampleByAutograd = new(() => TrainWithAutograd(TestDigits.Train.Take(1000)));
    private static readonly Lazy<NetworkWeights> MnistByAutograd = new(() => TrainWithAutograd(TestDigits.Mnist.Take(1000)));

    [Theory]
    [InlineData(UpdateRule.Classic, 1)]
    [InlineData(UpdateRule.Gradient, 1)]
    [InlineData(UpdateRule.Classic, 16)]
    [InlineData(UpdateRule.Gradient, 16)]
    public void Train_SampleDigits_AgreesWithDoublePrecisionReference(UpdateRule rule, int batchSize)
        => CompareWithReference(TestDigits.Train.Take(1000), TrainingEngine.Torch, rule, batchSize);

    [MnistFact]
    public void Train_ClassicRuleOn1000MnistRecords_AgreesWithDoublePrecisionReference()
        => CompareWithReference(TestDigits.Mnist.Take(1000), TrainingEngine.Torch, UpdateRule.Classic, batchSize: 1);

    [MnistTheory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Train_GradientRuleOn1000MnistRecords_AgreesWithAutogradAndSgd(TrainingEngine engine)
        => CompareWithAutograd(TestDigits.Mnist.Take(1000), MnistByAutograd.Value, engine);

    [Theory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Train_GradientRuleOnSampleDigits_AgreesWithAutogradAndSgd(TrainingEngine engine)
        => CompareWithAutograd(TestDigits.Train.Take(1000), SampleByAutograd.Value, engine);

    [Fact]
    public void Train_TwoRules_GiveDifferentWeights() => AssertRulesDiffer(TrainingEngine.Torch);

    [Theory]
    [InlineData(UpdateRule.Classic)]
    [InlineData(UpdateRule.Gradient)]
    public void Train_LastBatchNotFull_TakesTheMeanOfItsOwnRecords(UpdateRule rule)
        => CompareWithReference(LastBatchNotFull, TrainingEngine.Torch, rule, batchSize: 10);

    private static void CompareWithAutograd(MadeRecords data, NetworkWeights expected, TrainingEngine engine)
    {
        var (weights, _) = Run(data, Draw(data), engine, UpdateRule.Gradient, batchSize: 1);

        var difference = new ReferenceNetwork(expected).LargestDifference(weights);
        Assert.True(difference < Bound, $"{difference}");
    }

    /// <summary>The gradient rule as a user of TorchSharp would write it.</summary>
    private static NetworkWeights TrainWithAutograd(MadeRecords data)
    {
        TorchNative.EnsureLoaded();
        var start = Draw(data);
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
}
