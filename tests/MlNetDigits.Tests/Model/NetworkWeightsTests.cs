using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

public class NetworkWeightsTests
{
    [Fact]
    public void Query_AnySize_AgreesWithDoublePrecision()
        => Gen.Select(Gen.Int[1, 60], Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int).ForAll((inputs, hidden, outputs, seed) =>
        {
            var random = new Random(seed);
            var network = new NetworkWeights(inputs, hidden, outputs, Draw(random, inputs * hidden), Draw(random, hidden * outputs));
            var features = Draw(random, inputs);
            var expected = new ReferenceNetwork(network).Query(features);
            return network.Query(features).Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        });

    [Fact]
    public void Query_IntoASpan_AllocatesNothing()
    {
        var network = new NetworkWeights(784, 200, 10, new float[156_800], new float[2000]);
        var (features, scores) = (new float[784], new float[10]);

        // The runtime itself allocates a little while it still compiles what is called.
        var allocated = Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
                network.Query(features, scores);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
        Assert.All(scores, score => Assert.Equal(0.5f, score));
    }

    [Fact]
    public void QueryMany_OnOneThread_AllocatesNothing()
    {
        var network = new NetworkWeights(784, 200, 10, new float[156_800], new float[2000]);
        var (rows, scores) = (new float[40 * 784], new float[40 * 10]);
        network.QueryMany(rows, scores);

        var allocated = Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            network.QueryMany(rows, scores);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
        Assert.All(scores, score => Assert.Equal(0.5f, score));
    }

    [Fact]
    public void QueryMany_OfAnyKindOnManyThreadsAtOnce_GivesEachTheSameAnswer()
    {
        var random = new Random(1);
        var network = new NetworkWeights(60, 30, 5, Draw(random, 60 * 30), Draw(random, 30 * 5));
        float[][] batches = [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? Draw(random, 40 * 60)
            : [.. Draw(random, 40 * 60).Select(value => value < 0.4f ? 0.1f : value)])];
        var expected = batches.Select(Scores).ToArray();

        Parallel.For(0, 400, i => Assert.Equal(expected[i % 8], Scores(batches[i % 8])));

        float[] Scores(float[] rows)
        {
            var scores = new float[40 * 5];
            network.QueryMany(rows, scores);
            return scores;
        }
    }

    [Fact]
    public void Query_ManyThreadsAtOnce_GivesEachTheSameAnswer()
    {
        var random = new Random(1);
        var network = new NetworkWeights(50, 1500, 5, Draw(random, 75_000), Draw(random, 7500));
        var records = Enumerable.Range(0, 200).Select(_ => Draw(random, 50)).ToArray();
        var expected = records.Select(record => network.Query(record)).ToArray();

        var answers = new float[200][];
        Parallel.For(0, 200, i => answers[i] = network.Query(records[i]));

        Assert.Equal(expected, answers);
    }

    [Fact]
    public void Query_WrongLength_SaysWhatIsExpected()
    {
        var network = new NetworkWeights(3, 2, 1, new float[6], new float[2]);

        var error = Assert.Throws<ArgumentException>(() => network.Query([1, 2]));

        Assert.Contains("takes 3 features, not 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2, 1, 6, 2)]
    [InlineData(3, 2, 1, 5, 2)]
    [InlineData(3, 2, 1, 6, 3)]
    public void Constructor_SizesDoNotFit_Throws(int inputs, int hidden, int outputs, int hiddenWeights, int outputWeights)
        => Assert.ThrowsAny<ArgumentException>(
            () => new NetworkWeights(inputs, hidden, outputs, new float[hiddenWeights], new float[outputWeights]));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Constructor_WeightIsNotFinite_NamesIt(float weight)
    {
        var error = Assert.Throws<ArgumentException>(() => new NetworkWeights(2, 1, 1, [0, weight], [0]));

        Assert.Contains("Weight 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_ArraysChangedLater_KeepsItsCopy()
    {
        float[] weights = [1, 2];
        var network = new NetworkWeights(2, 1, 1, weights, [1]);

        weights[0] = 99;

        Assert.Equal([1, 2], network.HiddenWeights.ToArray());
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
}
