using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp.Modules;
using static MlNetDigits.Tests.Training.OptimizerParity;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

/// <summary>
/// The engine on TorchSharp against double precision, and both engines against TorchSharp's own losses, gradients and
/// optimizers.
/// </summary>
[Collection(TorchCollection.Name)]
public class OptimizerParityTests
{
    // No part of a batch is left over, so that a step is a fixed share of the run.
    private const int RecordsPerStep = 20;

    public static TheoryData<string, TrainingEngine> RunsOfAutograd
    {
        get
        {
            var runs = new TheoryData<string, TrainingEngine>();
            foreach (var run in (string[])["gradient, momentum", "gradient, adam", "cross-entropy", "cross-entropy, momentum", "cross-entropy, adam", "cross-entropy, adam, cosine"])
            {
                runs.Add(run, TrainingEngine.Torch);
                runs.Add(run, TrainingEngine.Managed);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs), MemberType = typeof(OptimizerParity))]
    public void Train_SampleDigits_AgreesWithDoublePrecisionReference(string run)
        => CompareWithReference(TestDigits.Train.Take(320), TrainingEngine.Torch, run);

    [Theory]
    [InlineData(1, 0.99f)]
    [InlineData(16, 0.6f)]
    public void Train_CrossEntropyWithTargetsThatDoNotSumTo1_FollowsTheGradient(int batchSize, float high)
        => CompareWithNumericalGradient(TrainingEngine.Torch, batchSize, new TargetRange(0.01f, high));

    [Theory]
    [MemberData(nameof(RunsOfAutograd))]
    public void Train_SampleDigits_AgreesWithTorchSharpsOwnOptimizer(string run, TrainingEngine engine)
    {
        var data = TestDigits.Train.Take(1000);
        var (start, options) = (Draw(data), OptionsOf(run) with { BatchSize = RecordsPerStep });
        var expected = new ReferenceNetwork(TrainAsAUserOfTorchSharp(data, start, options));

        var (weights, _) = EngineParity.Run(data, start, engine, options);

        AssertNear(expected.HiddenWeights, expected.OutputWeights, weights, options);
    }

    [Fact]
    public void Train_DistortedDigits_AgreesWithTheManagedEngine()
    {
        var data = TestDigits.Train.Take(320);
        var options = OptionsOf("cross-entropy, momentum") with { Distortions = ImageDistortions.Digits, Shuffle = true, Epochs = 2 };
        var managed = new ReferenceNetwork(EngineParity.Run(data, Draw(data), TrainingEngine.Managed, options, ImageShape.Digit).Weights);

        var (weights, _) = EngineParity.Run(data, Draw(data), TrainingEngine.Torch, options, ImageShape.Digit);

        AssertNear(managed.HiddenWeights, managed.OutputWeights, weights, options);
    }

    private static NetworkWeights TrainAsAUserOfTorchSharp(MadeRecords data, NetworkWeights start, SigmoidNetworkOptions options)
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

        using var model = nn.Sequential(first, nn.Sigmoid(), second);
        using var optimizer = OptimizerOf(first.weight, second.weight, options);

        // TorchSharp's numbers can be freed by a collection while they are in use (see KeptAliveSgd): have none.
        Assert.True(GC.TryStartNoGCRegion(200_000_000));
        for (var done = 0; done < data.Features.Count; done += options.BatchSize)
        {
            using var step = NewDisposeScope();
            var (features, targets) = Batch(data, done, options);
            SetRates(optimizer, options, (double)done / data.Features.Count);
            optimizer.zero_grad();
            LossOf(model.forward(features), targets, options).backward();
            optimizer.step();
        }

        GC.EndNoGCRegion();
        return new NetworkWeights(
            start.Inputs, start.HiddenNodes, start.Outputs, first.weight.data<float>().ToArray(), second.weight.data<float>().ToArray());
    }

    private static optim.Optimizer OptimizerOf(Parameter first, Parameter second, SigmoidNetworkOptions options)
        => options.Optimizer == Optimizer.Adam
            ? optim.Adam([new Adam.ParamGroup([first]), new Adam.ParamGroup([second])])
            : optim.SGD(
                [
                    new SGD.ParamGroup([first], momentum: options.Momentum, nesterov: options.Momentum > 0),
                    new SGD.ParamGroup([second], momentum: options.Momentum, nesterov: options.Momentum > 0),
                ],
                options.LearningRate,
                momentum: options.Momentum,
                nesterov: options.Momentum > 0);

    private static void SetRates(optim.Optimizer optimizer, SigmoidNetworkOptions options, double done)
    {
        var rate = options.Schedule == LearningRateSchedule.Cosine
            ? options.LearningRate * (1 + Math.Cos(Math.PI * done)) / 2
            : options.LearningRate;
        foreach (var (group, factor) in optimizer.ParamGroups.Zip([1, options.OutputRateFactor]))
            group.LearningRate = rate * factor;
    }

    private static Tensor LossOf(Tensor sums, Tensor targets, SigmoidNetworkOptions options)
        => options.UpdateRule == UpdateRule.CrossEntropy
            ? nn.functional.cross_entropy(sums, targets)
            : nn.functional.mse_loss(sums.sigmoid(), targets, nn.Reduction.Sum) / (2.0 * sums.shape[0]);

    private static (Tensor Features, Tensor Targets) Batch(MadeRecords data, int start, SigmoidNetworkOptions options)
    {
        var labels = data.Labels.Skip(start).Take(options.BatchSize).ToArray();
        float[] targets = [.. labels.SelectMany(label => Enumerable.Range(0, data.Classes).Select(k => k == label ? 0.99f : 0.01f))];
        return (
            tensor([.. data.Features.Skip(start).Take(options.BatchSize).SelectMany(features => features)], [labels.Length, data.Features[0].Length]),
            options.UpdateRule == UpdateRule.CrossEntropy
                ? tensor([.. labels.Select(label => (long)label)])
                : tensor(targets, [labels.Length, data.Classes]));
    }
}
