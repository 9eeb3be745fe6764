using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Runs with optimizers, and how near the engines must come to others that do the same.</summary>
internal static class OptimizerParity
{
    /// <summary>How many records make a step.</summary>
    public const int BatchSize = 16;

    private const float AdamRate = 0.003f;

    /// <summary>The runs by name.</summary>
    public static TheoryData<string> Runs =>
    [
        "classic, momentum", "gradient, momentum", "gradient, adam", "cross-entropy", "cross-entropy, momentum",
        "cross-entropy, adam", "cross-entropy, adam, cosine", "gradient, step",
    ];

    /// <summary>The options of a run; the output layer learns thrice as fast.</summary>
    public static SigmoidNetworkOptions OptionsOf(string run)
    {
        var isAdam = run.Contains("adam", StringComparison.Ordinal);
        return new SigmoidNetworkOptions
        {
            UpdateRule = run.StartsWith("classic", StringComparison.Ordinal) ? UpdateRule.Classic
                : run.StartsWith("gradient", StringComparison.Ordinal) ? UpdateRule.Gradient
                : UpdateRule.CrossEntropy,
            Optimizer = isAdam ? Optimizer.Adam : Optimizer.Sgd,
            Momentum = run.Contains("momentum", StringComparison.Ordinal) ? 0.9f : 0,
            Schedule = run.EndsWith("cosine", StringComparison.Ordinal) ? LearningRateSchedule.Cosine
                : run.EndsWith("step", StringComparison.Ordinal) ? LearningRateSchedule.Step
                : LearningRateSchedule.Constant,
            LearningRate = isAdam ? AdamRate : 0.03f,
            OutputRateFactor = 3,
            BatchSize = BatchSize,
            Epochs = 1,
        };
    }

    /// <summary>A small network to start from.</summary>
    public static NetworkWeights Draw(MadeRecords data)
        => WeightInitializer.Draw(data.Features[0].Length, 30, data.Classes, WeightInitialization.Normal, seed: 1);

    /// <summary>A run of an engine and of the reference: the same weights and the same loss.</summary>
    public static void CompareWithReference(MadeRecords data, TrainingEngine engine, string run)
    {
        var (start, options) = (Draw(data), OptionsOf(run));
        var reference = new ReferenceNetwork(start);
        var expectedLoss = reference.Train(data.Features, data.Labels, options);

        var (weights, report) = EngineParity.Run(data, start, engine, options);

        AssertNear(reference.HiddenWeights, reference.OutputWeights, weights, options);
        Assert.Equal(expectedLoss, report.TrainingError, 1e-4);
        Assert.True(new ReferenceNetwork(start).LargestDifference(weights) > 0.01, "nothing was learned");
    }

    /// <summary>
    /// That weights are near others. Adam divides a gradient by its own size: where it is next to zero, as far as single
    /// precision can tell, a step may go either way. Few weights are such, and they are off by a few steps at most.
    /// </summary>
    public static void AssertNear(
        IEnumerable<double> hiddenWeights, IEnumerable<double> outputWeights, NetworkWeights weights, SigmoidNetworkOptions options)
    {
        double[] differences =
        [
            .. hiddenWeights.Zip(weights.HiddenWeights.ToArray(), (a, b) => Math.Abs(a - b)),
            .. outputWeights.Zip(weights.OutputWeights.ToArray(), (a, b) => Math.Abs(a - b)),
        ];
        if (options.Optimizer == Optimizer.Sgd)
        {
            Assert.True(differences.Max() < 2e-6, $"weights are off by {differences.Max()}");
            return;
        }

        var far = differences.Count(difference => difference > 1e-5);
        Assert.True(far <= differences.Length / 1000, $"{far} of {differences.Length} weights are off by more than 1e-5");
        Assert.True(differences.Max() < 3 * options.LearningRate, $"a weight is off by {differences.Max()}");
    }

    /// <summary>One step of the cross-entropy rule goes along the gradient of the loss, found by small steps.</summary>
    public static void CompareWithNumericalGradient(TrainingEngine engine, int batchSize, TargetRange targets)
    {
        const double Small = 1e-5;
        var data = MadeRecords.Create(count: batchSize, features: 6, classes: 3, seed: 2);
        var start = WeightInitializer.Draw(6, 4, 3, WeightInitialization.Uniform, seed: 1);
        var options = new SigmoidNetworkOptions
        {
            UpdateRule = UpdateRule.CrossEntropy,
            Targets = targets,
            LearningRate = 1,
            BatchSize = batchSize,
            Epochs = 1,
        };

        var (weights, report) = EngineParity.Run(data, start, engine, options);

        var network = new ReferenceNetwork(start);
        Assert.Equal(Loss(), report.TrainingError, 1e-5);
        Compare(network.HiddenWeights, weights.HiddenWeights.ToArray());
        Compare(network.OutputWeights, weights.OutputWeights.ToArray());

        void Compare(double[] before, float[] after)
        {
            for (var i = 0; i < before.Length; i++)
            {
                var weight = before[i];
                before[i] = weight + Small;
                var above = Loss();
                before[i] = weight - Small;
                var below = Loss();
                before[i] = weight;
                Assert.Equal((below - above) / (2 * Small), after[i] - weight, 1e-5);
            }
        }

        double Loss() => data.Features.Zip(data.Labels).Average(record => -network.Softmax(record.First)
            .Select((p, k) => (k == record.Second ? targets.High : targets.Low) * Math.Log(p)).Sum());
    }
}
