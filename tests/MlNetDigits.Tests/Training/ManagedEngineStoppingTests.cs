using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class ManagedEngineStoppingTests
{
    private const int Count = 203;

    private static readonly MadeRecords Dense = MadeRecords.Create(Count, features: 37, classes: 5, seed: 3);
    private static readonly MadeRecords Sparse = Dense.WithBackground(0.01f, share: 0.85, seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    public void TrainEpoch_DenseRecordsStopped_LearnsFromThoseBeforeAlone(int batchSize) => StopAfter100(Dense, batchSize);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    public void TrainEpoch_SparseRecordsStopped_LearnsFromThoseBeforeAlone(int batchSize) => StopAfter100(Sparse, batchSize);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    [InlineData(100)]
    public void TrainEpoch_NotStopped_TellsHowFarItIsNowAndThenAndAtTheEnd(int batchSize)
    {
        var told = new List<int>();

        Run(Dense, EpochOrder.OfData(Count), batchSize, done =>
        {
            told.Add(done);
            return true;
        });

        Assert.Equal(Count, told[^1]);
        Assert.All(told.Prepend(0).Zip(told), step => Assert.InRange(step.Second - step.First, 1, Math.Max(64, batchSize)));
    }

    [Fact]
    public void TrainEpoch_NoRecords_LearnsNothing()
    {
        var run = Run(Dense, [], batchSize: 1, goOn: null);

        Assert.Equal(new EpochOutcome(0, 0), run.Outcome);
        Assert.Equal(0, new ReferenceNetwork(Start).LargestDifference(run.Weights));
    }

    private static NetworkWeights Start => WeightInitializer.Draw(37, 70, 5, WeightInitialization.Uniform, seed: 1);

    private static void StopAfter100(MadeRecords data, int batchSize)
    {
        var last = 0;
        var stopped = Run(data, EpochOrder.OfData(Count), batchSize, done => (last = done) < 100);

        Assert.Equal(last, stopped.Outcome.Records);
        Assert.InRange(stopped.Outcome.Records, 100, 163);
        var whole = Run(data, EpochOrder.OfData(Count)[..last], batchSize, goOn: null);
        Assert.Equal(whole.AllWeights, stopped.AllWeights);
        Assert.Equal(whole.Outcome, stopped.Outcome);
    }

    private static EngineRun Run(MadeRecords data, int[] order, int batchSize, Func<int, bool>? goOn) => EngineRun.Of(
        VectorCode.W256,
        data.ToTrainingRecords(),
        order,
        Start,
        new SigmoidNetworkOptions { HiddenNodes = 70, BatchSize = batchSize },
        goOn: goOn);
}
