using System.Globalization;
using System.IO.Compression;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

/// <summary>Small data sets for the tests, written by other means than the code under test.</summary>
internal static class DigitFiles
{
    /// <summary>The pixel that has ink in each <see cref="Line(string, ValueTuple{int, string}[])"/>.</summary>
    public const int Ink = 405;

    /// <summary>A line of CSV: every pixel is 0 but those given, and one that is ink.</summary>
    public static string Line(string label, params (int Index, string Value)[] pixels)
    {
        var values = Enumerable.Repeat("0", 785).ToArray();
        (values[0], values[1 + Ink]) = (label, "255");
        foreach (var (index, value) in pixels)
            values[1 + index] = value;
        return string.Join(',', values);
    }

    /// <summary>Digits with labels 0, 1, ... 9, 0, ... and pixels that differ from digit to digit.</summary>
    public static DigitRecord[] Records(int count)
        => [.. Enumerable.Range(0, count).Select(i => new DigitRecord((byte)(i % 10), Pixels(i)))];

    public static byte[] Images(uint count, IEnumerable<DigitRecord> records)
        => [.. BigEndian(0x803, count, 28, 28), .. records.SelectMany(record => record.Pixels.ToArray())];

    public static byte[] Labels(uint count, IEnumerable<byte> labels) => [.. BigEndian(0x801, count), .. labels];

    /// <summary>Writes a pair of raw IDX files, right unless other bytes are given.</summary>
    public static IdxSource WriteIdx(TemporaryFolder folder, int count, byte[]? images = null, byte[]? labels = null)
    {
        var records = Records(count);
        return new IdxSource(
            folder.Write("x-images-idx3-ubyte", images ?? Images((uint)count, records)),
            folder.Write("x-labels-idx1-ubyte", labels ?? Labels((uint)count, records.Select(record => record.Label))));
    }

    public static byte[] BigEndian(params uint[] numbers)
        => [.. numbers.SelectMany(number => BitConverter.GetBytes(number).Reverse())];

    public static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Gunzip(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A record as a line of CSV.</summary>
    public static string Line(DigitRecord record)
        => string.Join(',', record.Pixels.ToArray().Prepend(record.Label)
            .Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private static byte[] Pixels(int seed)
        => [.. Enumerable.Range(0, 784).Select(i => (byte)(i % 3 == 0 ? (i * 7) + (seed * 31) : 0))];
}
