using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

public class QueryManyTests
{
    private static readonly int[] RowCounts = [0, 1, 2, 31, 32, 33, 65, 100];

    // Rows with more and less of one value: they are worked on by the others alone, or as they are.
    private static readonly Gen<(int Inputs, int Hidden, int Outputs, int Rows, double Equal, int Seed)> Cases
        = Gen.Select(
            Gen.Int[1, 1100],
            Gen.Int[1, 250],
            Gen.Int[1, 20],
            Gen.Int[0, RowCounts.Length - 1].Select(i => RowCounts[i]),
            Gen.OneOf(Gen.Const(0.0), Gen.Double[0.2, 0.6], Gen.Double[0.8, 1]),
            Gen.Int[0, 9999]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void QueryMany_AnySize_AgreesWithDoublePrecision(int threads)
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made, made.Rows);
            var scores = Enumerable.Repeat(float.NaN, made.Rows * made.Outputs).ToArray();

            network.QueryMany(rows, scores, threads);

            Compare(network, rows, scores);
        });

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void QueryMany_OnMoreThreads_GivesTheSameScoresToTheLastBit(int threads)
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made, made.Rows);
            var (one, several) = (new float[made.Rows * made.Outputs], new float[made.Rows * made.Outputs]);

            network.QueryMany(rows, one, threads: 1);
            network.QueryMany(rows, several, threads);

            Assert.Equal(one.Select(BitConverter.SingleToInt32Bits), several.Select(BitConverter.SingleToInt32Bits));
        });

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Run_ManyRecordsAtEachWidth_AgreesWithDoublePrecision(int bits)
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made, made.Rows);
            var scores = new float[made.Rows * made.Outputs];

            VectorCode.Of(bits).Pack(network).Run(rows, scores, threads: 1);

            Compare(network, rows, scores);
        });

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void RunOne_DenseRecordAtEachWidth_AgreesWithDoublePrecision(int bits)
        => Cases.ForAll(made =>
        {
            var (network, row) = Make(made, rows: 1);
            var packed = VectorCode.Of(bits).Pack(network);
            var scores = new float[made.Outputs];

            packed.RunOne(row, new float[packed.ScratchLength], scores);

            Compare(network, row, scores);
        });

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void RunOne_SparseRecordAtEachWidth_AgreesWithDoublePrecision(int bits)
        => Cases.ForAll(made =>
        {
            var (network, row) = Make(made, rows: 1);
            int[] indices = [.. Enumerable.Range(0, made.Inputs).Where(i => row[i] > 0.2f)];
            var packed = VectorCode.Of(bits).Pack(network);
            var scores = new float[made.Outputs];

            packed.RunOne(indices, [.. indices.Select(i => row[i])], new float[packed.ScratchLength], scores);

            Compare(network, [.. row.Select(value => value > 0.2f ? value : 0)], scores);
        });

    [Fact]
    public void QueryMany_NotWholeRecords_SaysWhatIsExpected()
        => Fails("7 features are not whole records of 3", network => network.QueryMany(new float[7], new float[4]));

    [Fact]
    public void QueryMany_ScoresForOtherRecords_SaysHowManyThereAre()
        => Fails("2 records give 4 scores, not 5", network => network.QueryMany(new float[6], new float[5]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void QueryMany_FewerThreadsThanOne_NamesThem(int threads)
        => Fails("threads", network => network.QueryMany(new float[3], new float[2], threads));

    private static void Fails(string message, Action<NetworkWeights> query)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => query(new NetworkWeights(3, 4, 2, new float[12], new float[8])));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static (NetworkWeights Network, float[] Rows) Make(
        (int Inputs, int Hidden, int Outputs, int Rows, double Equal, int Seed) made, int rows)
    {
        var random = new Random(made.Seed);
        var network = new NetworkWeights(
            made.Inputs, made.Hidden, made.Outputs, Draw(made.Inputs * made.Hidden), Draw(made.Hidden * made.Outputs));
        var features = Draw(rows * made.Inputs);
        foreach (ref var feature in features.AsSpan())
            feature = random.NextDouble() < made.Equal ? 0.3f : feature;
        return (network, features);

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static void Compare(NetworkWeights network, float[] rows, float[] scores)
    {
        var reference = new ReferenceNetwork(network);
        Assert.Equal(rows.Length / network.Inputs * network.Outputs, scores.Length);
        foreach (var (row, actual) in rows.Chunk(network.Inputs).Zip(scores.Chunk(network.Outputs)))
            Assert.All(reference.Query(row).Zip(actual), score => Assert.Equal(score.First, score.Second, 1e-5));
    }
}
