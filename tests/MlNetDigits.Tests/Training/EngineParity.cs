using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What the engines are compared with, from the same weights on.</summary>
internal static class EngineParity
{
    /// <summary>How fast everything here learns.</summary>
    public const float Rate = 0.1f;

    /// <summary>How far single precision may be off.</summary>
    public const double Bound = 1e-4;

    /// <summary>233 records, which are no multiple of ten.</summary>
    public static MadeRecords LastBatchNotFull { get; } = MadeRecords.Create(count: 233, features: 7, classes: 3, seed: 1);

    /// <summary>An epoch of an engine and of the reference: the same weights, and the same error.</summary>
    public static void CompareWithReference(MadeRecords data, TrainingEngine engine, UpdateRule rule, int batchSize)
    {
        var start = Draw(data);
        var reference = new ReferenceNetwork(start);
        var referenceError = reference.Train(data.Features, data.Labels, Rate, rule, batchSize);

        var (weights, report) = Run(data, start, engine, rule, batchSize);

        Assert.True(reference.LargestDifference(weights) < Bound, $"{reference.LargestDifference(weights)}");
        Assert.True(new ReferenceNetwork(start).LargestDifference(weights) > 100 * Bound, "nothing was learned");
        Assert.Equal(referenceError, report.TrainingError, 1e-4);
    }

    /// <summary>That the two rules are two.</summary>
    public static void AssertRulesDiffer(TrainingEngine engine)
    {
        var digits = TestDigits.Train.Take(100);
        var start = Draw(digits);

        var classic = new ReferenceNetwork(Run(digits, start, engine, UpdateRule.Classic, 1).Weights);

        var gradient = Run(digits, start, engine, UpdateRule.Gradient, 1).Weights;
        Assert.True(classic.LargestDifference(gradient) > 0.01, $"{classic.LargestDifference(gradient)}");
    }

    /// <summary>The weights to start from: 200 hidden nodes.</summary>
    public static NetworkWeights Draw(MadeRecords data)
        => WeightInitializer.Draw(data.Features[0].Length, 200, data.Classes, WeightInitialization.Uniform, seed: 1);

    /// <summary>Trains an epoch.</summary>
    public static (NetworkWeights Weights, EpochReport Report) Run(
        MadeRecords data, NetworkWeights start, TrainingEngine engine, UpdateRule rule, int batchSize)
        => Run(data, start, engine, new SigmoidNetworkOptions { LearningRate = Rate, Epochs = 1, UpdateRule = rule, BatchSize = batchSize });

    /// <summary>Trains as options say.</summary>
    public static (NetworkWeights Weights, EpochReport Report) Run(
        MadeRecords data, NetworkWeights start, TrainingEngine engine, SigmoidNetworkOptions options, ImageShape? shape = null)
    {
        if (engine == TrainingEngine.Torch)
            TorchNative.EnsureLoaded();
        EpochReport? last = null;
        var task = new TrainingTask(
            options with { HiddenNodes = start.HiddenNodes, Engine = engine },
            new MemorySource(RecordBlock.All(data.ToTrainingRecords())),
            Validation: null,
            start,
            Seed: 1)
        {
            Shape = shape,
        };
        var outcome = TrainingLoop.Run(task, progress: _ => { }, report: report => last = report, checkAlive: () => { });
        return (outcome.Weights, last!);
    }
}
