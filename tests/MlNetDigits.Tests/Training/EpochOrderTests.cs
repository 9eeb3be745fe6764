using CsCheck;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class EpochOrderTests
{
    [Fact]
    public void Shuffled_AnyCountSeedAndEpoch_HoldsEachRecordOnce()
        => Gen.Select(Gen.Int[1, 500], Gen.Int, Gen.Int[1, 100]).ForAll((count, seed, epoch) =>
            EpochOrder.Shuffled(EpochOrder.OfData(count), seed, epoch).Order().SequenceEqual(Enumerable.Range(0, count)));

    [Fact]
    public void Shuffled_EachEpoch_HasAnOrderOfItsOwn()
    {
        var first = EpochOrder.Shuffled(EpochOrder.OfData(100), seed: 1, epoch: 1);

        Assert.NotEqual(Enumerable.Range(0, 100), first);
        Assert.NotEqual(first, EpochOrder.Shuffled(EpochOrder.OfData(100), seed: 1, epoch: 2));
        Assert.Equal(first, EpochOrder.Shuffled(EpochOrder.OfData(100), seed: 1, epoch: 1));
    }
}
