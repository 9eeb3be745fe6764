using System.Globalization;
using System.IO.Compression;

namespace MlNetDigits.Tests.Support;

/// <summary>Real digits for tests that work below ML.NET, scaled as the network wants them. Read without the product's readers.</summary>
internal sealed record TestDigits(IEnumerable<(int Label, byte[] Pixels)> Records)
{
    private const int PixelCount = 28 * 28;

    /// <summary>The embedded sample's training part.</summary>
    public static TestDigits Train { get; } = new(ReadCsv("digits-train.csv"));

    /// <summary>The embedded sample's test part.</summary>
    public static TestDigits Test { get; } = new(ReadCsv("digits-test.csv"));

    /// <summary>MNIST's training images, where MNIST is on this machine (<see cref="MnistFactAttribute"/>).</summary>
    public static TestDigits Mnist { get; } = new(ReadIdx());

    /// <summary>The first digits.</summary>
    public MadeRecords Take(int count)
    {
        (int Label, byte[] Pixels)[] taken = [.. Records.Take(count)];
        return new MadeRecords(
            [.. taken.Select(record => record.Pixels.Select(pixel => (pixel / 255f * 0.99f) + 0.01f).ToArray())],
            [.. taken.Select(record => record.Label)],
            Classes: 10);
    }

    private static IEnumerable<(int Label, byte[] Pixels)> ReadCsv(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", name)))
        {
            byte[] values = [.. line.Split(',').Select(value => byte.Parse(value, CultureInfo.InvariantCulture))];
            yield return (values[0], values[1..]);
        }
    }

    private static IEnumerable<(int Label, byte[] Pixels)> ReadIdx()
    {
        using var images = Open("train-images-idx3-ubyte.gz", headerBytes: 16);
        using var labels = Open("train-labels-idx1-ubyte.gz", headerBytes: 8);
        for (var label = labels.ReadByte(); label >= 0; label = labels.ReadByte())
        {
            var pixels = new byte[PixelCount];
            images.ReadExactly(pixels);
            yield return (label, pixels);
        }
    }

    private static GZipStream Open(string name, int headerBytes)
    {
        var stream = new GZipStream(File.OpenRead(Path.Combine(MnistFolder.Path!, name)), CompressionMode.Decompress);
        stream.ReadExactly(new byte[headerBytes]);
        return stream;
    }
}
