using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What an epoch allocates is for the epoch as a whole: records and batches cost nothing more.</summary>
[Collection(TorchCollection.Name)]
public class ManagedEngineAllocationTests
{
    private static readonly MadeRecords Dense = MadeRecords.Create(count: 256, features: 40, classes: 5, seed: 3);

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void TrainEpoch_TwiceTheDenseRecords_AllocatesNoMore(int batchSize) => Compare(Dense, batchSize);

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void TrainEpoch_TwiceTheSparseRecords_AllocatesNoMore(int batchSize)
        => Compare(Dense.WithBackground(0.01f, share: 0.85, seed: 1), batchSize);

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void TrainEpoch_TwiceTheDistortedRecords_AllocatesNoMore(int batchSize)
        => Compare(Dense.WithBackground(0.01f, share: 0.85, seed: 1), batchSize, isDistorted: true);

    [Fact]
    public void TrainEpoch_TwiceTheRecordsByAdam_AllocatesNoMore()
        => Compare(Dense, batchSize: 32, optimizer: Optimizer.Adam);

    private static void Compare(MadeRecords data, int batchSize, bool isDistorted = false, Optimizer optimizer = Optimizer.Sgd)
    {
        var records = data.ToTrainingRecords();
        var once = EpochOrder.OfData(records.Count);
        int[] twice = [.. once, .. once];
        using var engine = EngineFactory.Create(
            WeightInitializer.Draw(40, 30, 5, WeightInitialization.Uniform, seed: 1),
            new SigmoidNetworkOptions { HiddenNodes = 30, BatchSize = batchSize, UpdateRule = UpdateRule.Gradient, Optimizer = optimizer, Engine = TrainingEngine.Managed });

        var distorter = isDistorted
            ? new RecordDistorter(new ImageDistortions { Rotation = 20, Elastic = 1 }, new ImageShape(5, 8), seed: 1)
            : null;

        Assert.Equal(Allocated(engine, records, once, distorter), Allocated(engine, records, twice, distorter));
    }

    /// <summary>The least of several epochs: the runtime itself allocates while it still compiles what is called.</summary>
    private static long Allocated(ITrainingEngine engine, TrainingRecords records, int[] order, RecordDistorter? distorter)
    {
        var work = EngineWork.Of(records, order, 0.1f) with { Distorter = distorter };
        return Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            engine.TrainEpoch(work, _ => true);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
