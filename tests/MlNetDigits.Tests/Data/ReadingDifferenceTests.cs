using CsCheck;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

/// <summary>
/// Whatever reads digits sees the same in a file, or all refuse it; and never other labels than those that are meant. More
/// files than the usual few are drawn with CsCheck_Iter in the environment.
/// </summary>
public class ReadingDifferenceTests
{
    [Fact]
    public void Read_AnyFile_EachReaderSeesTheSameOrNoneDoes() => Gen.Int.Select(OddFile.Make).ForAll(AssertSame, count: 300);

    private static void AssertSame(OddFile file)
    {
        using var folder = new TemporaryFolder();
        var path = file.Write(folder);
        var counted = Try(() => DigitVerification.Verify(path, options: file.DataOptions).Counts);
        var loaded = Try(() => Rows(path, file.DataOptions));

        Assert.True((counted is null) == (loaded is null), $"counted: {counted}, loaded: {loaded?.Length}; {file}");
        if (counted is not null)
        {
            Assert.Equal(counted.PerClass.AsEnumerable(), Counts(loaded!.Select(row => row.Label)));
            if (file.Labels is { } labels)
                Assert.True(labels.SequenceEqual(loaded!.Select(row => row.Label)), $"loaded: {string.Join(',', loaded!.Select(row => row.Label))}; {file}");
        }

        // Pixels with fractions are no records, and pictures need no labels.
        if (Try(() => DigitRecords.Read(DigitSource.Resolve(path), file.DataOptions).ToArray()) is { } records)
            AssertSame(file, loaded, records.Select(record => (int)record.Label), records.Select(record => record.Pixels));
        if (file.LabelBytes is null && Try(() => CsvPictures.Read(path, file.DataOptions).ToArray()) is { Length: > 0 } pictures && pictures[0].Label is not null)
            AssertSame(file, loaded, pictures.Select(picture => (int)picture.Label!.Value), pictures.Select(picture => picture.Pixels));
    }

    private static void AssertSame(
        OddFile file, (int Label, float[] Pixels)[]? loaded, IEnumerable<int> labels, IEnumerable<ReadOnlyMemory<byte>> pixels)
    {
        Assert.True(loaded is not null, file.ToString());
        Assert.Equal(loaded.Select(row => row.Label), labels);
        foreach (var (expected, actual) in loaded.Zip(pixels, (row, actual) => (row.Pixels, actual)))
            Assert.Equal(expected.Select(pixel => (byte)Math.Round(pixel)), actual.ToArray());
    }

    private static (int Label, float[] Pixels)[] Rows(string path, DigitDataOptions options)
    {
        var view = DigitData.Load(new MLContext(), path, options: options).View;
        return [.. view.GetColumn<uint>("Label").Select(key => (int)key - 1).Zip(view.GetColumn<float[]>("Pixels"))];
    }

    private static int[] Counts(IEnumerable<int> labels)
        => [.. labels.Aggregate(new int[10], (counts, label) => { counts[label]++; return counts; })];

    private static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }
}
