using CsCheck;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Learning record by record, of any size and shape, at every width of vectors, against double precision.</summary>
public class RecordLearnerTests
{
    private const int Cases = 300;

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Train_AnyRecordsAndTargets_AgreesWithDoublePrecision(int bits)
        => EngineCase.Gen.ForAll(made => Compare(VectorCode.Of(bits), made), Cases);

    [Theory]
    [InlineData(null)]
    [InlineData(0.01f)]
    public void Train_AfterTheFirstRecord_AllocatesNothing(float? background)
    {
        var data = MadeRecords.Create(count: 50, features: 40, classes: 5, seed: 3).WithBackground(0.01f, share: 0.85, seed: 1);
        using var network = SigmoidNetwork.From(WeightInitializer.Draw(40, 30, 5, WeightInitialization.Uniform, seed: 1));
        float[] first = background is null ? [.. Enumerable.Range(0, 40).Select(i => i / 40f)] : data.Features[0];
        var (targets, outputs) = (new float[5], new float[5]);
        network.Train(first, targets);

        // The runtime itself allocates a little while it still compiles what is called.
        var allocated = Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < data.Features.Count; i++)
            {
                network.Train(data.Features[i], targets);
                network.Query(data.Features[i], outputs);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
    }

    private static void Compare(VectorCode width, EngineCase made)
    {
        var (data, start) = (made.ToData(), made.ToStart());
        var reference = new ReferenceNetwork(start);
        var random = new Random(made.Seed);
        using var learner = width.CreateLearner(start, new SigmoidNetworkOptions { HiddenNodes = made.Hidden, LearningRate = made.Rate, UpdateRule = made.Rule }, made.Background);
        var scores = new float[made.Classes];
        foreach (var inputs in data.Features)
        {
            // Most are no class's, and some ask for what no sigmoid reaches.
            float[] targets = [.. scores.Select(_ => Math.Clamp((random.NextSingle() * 1.2f) - 0.1f, 0f, 1f))];

            // Only distributions have the gradient t - p; with others the steps would be many times as long.
            if (made.Rule == UpdateRule.CrossEntropy)
                targets = [.. targets.Select(target => (target + 0.01f) / (targets.Sum() + (0.01f * targets.Length)))];
            var expected = reference.Train(inputs, targets, made.Rate, made.Rule);

            var error = learner.Train(inputs, targets);

            Assert.Equal(expected, error, 1e-5 * Math.Max(expected, 1));
        }

        learner.Query(data.Features[0], scores);
        Assert.All(scores.Zip(reference.Query(data.Features[0])), pair => Assert.Equal(pair.Second, pair.First, 1e-5));

        // A float's rounding, and a little for each step.
        var bound = 1e-6 + (1e-7 * made.Rate * made.Records);
        var difference = reference.LargestDifference(learner.ToWeights());
        Assert.True(difference < bound, $"weights are off by {difference}, more than {bound}");
    }
}
