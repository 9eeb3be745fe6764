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

    private static void Compare(MadeRecords data, int batchSize)
    {
        var records = data.ToTrainingRecords();
        var once = EpochOrder.OfData(records.Count);
        int[] twice = [.. once, .. once];
        using var engine = EngineFactory.Create(
            WeightInitializer.Draw(40, 30, 5, WeightInitialization.Uniform, seed: 1),
            new SigmoidNetworkOptions { HiddenNodes = 30, BatchSize = batchSize, Engine = TrainingEngine.Managed });

        Assert.Equal(Allocated(engine, records, once), Allocated(engine, records, twice));
    }

    /// <summary>The least of several epochs: the runtime itself allocates while it still compiles what is called.</summary>
    private static long Allocated(ITrainingEngine engine, TrainingRecords records, int[] order)
        => Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            engine.TrainEpoch(records, order, _ => true);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
}
