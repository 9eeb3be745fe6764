using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class SplitMix64Tests
{
    [Fact]
    public void NextUInt64_StateOf1234567_GivesThePublishedNumbers()
    {
        // The numbers that the generator's reference implementation in C gives for this state.
        var random = SplitMix64.FromState(1234567);

        ulong[] numbers = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431], numbers);
    }

    [Fact]
    public void Create_OtherSeedOrStream_GivesOtherNumbers()
    {
        ulong[] first = [.. new[] { (1, 0), (1, 1), (2, 0), (-1, 0) }.Select(pair => SplitMix64.Create(pair.Item1, pair.Item2).NextUInt64())];

        Assert.Equal(4, first.Distinct().Count());
    }

    [Fact]
    public void NextInt_ManyDraws_AreSpreadEvenly()
    {
        var random = SplitMix64.Create(1, 0);
        var counts = new int[10];

        for (var i = 0; i < 100_000; i++)
            counts[random.NextInt(10)]++;

        // Five standard deviations of a binomial count with n = 100,000 and p = 0.1.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 475, 10_000 + 475));
    }

    [Fact]
    public void NextNormal_ManyDraws_HaveMeanZeroAndDeviationOne()
    {
        var random = SplitMix64.Create(1, 0);
        var numbers = new double[100_000];

        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = random.NextNormal();

        Assert.Equal(0, numbers.Average(), 0.02);
        Assert.Equal(1, numbers.Average(number => number * number), 0.03);
    }
}
