using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

/// <summary>The sums at the output nodes, before the sigmoid.</summary>
public class SumsTests
{
    // The last number is of how many features of ten differ from a background.
    private static readonly Gen<(int Inputs, int Hidden, int Outputs, int Rows, int Different, int Seed)> Cases
        = Gen.Select(Gen.Int[1, 900], Gen.Int[1, 150], Gen.Int[1, 20], Gen.Int[1, 70], Gen.Int[0, 10], Gen.Int[0, 9999]);

    [Fact]
    public void Sums_AnySize_AgreeWithDoublePrecision()
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made);
            var sums = new float[made.Outputs];

            network.Sums(rows.AsSpan(0, made.Inputs), sums);

            Compare(network, rows[..made.Inputs], sums);
        });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void SumsMany_AnySize_AgreeWithDoublePrecision(int threads)
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made);
            var sums = new float[made.Rows * made.Outputs];

            network.SumsMany(rows, sums, threads);

            Compare(network, rows, sums);
        });

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void SumsAndOutputs_OfOneRecordAtEachWidth_AreTheSameBeforeTheSigmoid(int bits)
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made);
            var packed = VectorCode.Of(bits).Pack(network);
            var (outputs, sums) = (new float[made.Outputs], new float[made.Outputs]);

            packed.RunOne(rows.AsSpan(0, made.Inputs), new float[packed.ScratchLength], outputs);
            packed.RunOne(rows.AsSpan(0, made.Inputs), new float[packed.ScratchLength], sums, NodeValues.Sums);

            Assert.Equal(sums.Select(sum => VectorCode.Of(bits).Sigmoid(sum)[0]), outputs);
        });

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void SumsAndOutputs_OfManyRecordsAtEachWidth_AreTheSameBeforeTheSigmoid(int bits)
        => Cases.ForAll(made =>
        {
            var (network, rows) = Make(made);
            var packed = VectorCode.Of(bits).Pack(network);
            var (outputs, sums) = (new float[made.Rows * made.Outputs], new float[made.Rows * made.Outputs]);

            packed.Run(rows, outputs, threads: 1);
            packed.Run(rows, sums, threads: 1, NodeValues.Sums);

            Assert.Equal(sums.Select(sum => VectorCode.Of(bits).Sigmoid(sum)[0]), outputs);
        }, count: 20);

    [Fact]
    public void SumsAndSumsMany_OnOneThread_AllocateNothing()
    {
        var network = new NetworkWeights(784, 200, 10, new float[156_800], new float[2000]);
        var (rows, sums) = (new float[40 * 784], new float[40 * 10]);
        network.SumsMany(rows, sums);

        // The runtime itself allocates a little while it still compiles what is called.
        var allocated = Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            network.Sums(rows.AsSpan(0, 784), sums.AsSpan(0, 10));
            network.SumsMany(rows, sums);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Sums_WrongLength_SayWhatIsExpected()
    {
        var network = new NetworkWeights(3, 4, 2, new float[12], new float[8]);

        Assert.Contains("gives 2 sums, not 3", Fail(() => network.Sums(new float[3], new float[3])), StringComparison.Ordinal);
        Assert.Contains("2 records give 4 sums, not 5", Fail(() => network.SumsMany(new float[6], new float[5])), StringComparison.Ordinal);
    }

    private static string Fail(Action action) => Assert.Throws<ArgumentException>(action).Message;

    private static (NetworkWeights Network, float[] Rows) Make(
        (int Inputs, int Hidden, int Outputs, int Rows, int Different, int Seed) made)
    {
        var random = new Random(made.Seed);
        var network = new NetworkWeights(
            made.Inputs, made.Hidden, made.Outputs, Draw(made.Inputs * made.Hidden), Draw(made.Hidden * made.Outputs));
        float[] rows = [.. Draw(made.Rows * made.Inputs).Select(value => random.Next(10) < made.Different ? value : 0.3f)];
        return (network, rows);

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static void Compare(NetworkWeights network, float[] rows, float[] sums)
    {
        var reference = new ReferenceNetwork(network);
        foreach (var (row, actual) in rows.Chunk(network.Inputs).Zip(sums.Chunk(network.Outputs)))
            Assert.All(reference.Sums(row).Zip(actual), sum => Assert.Equal(sum.First, sum.Second, 1e-4));
    }
}
