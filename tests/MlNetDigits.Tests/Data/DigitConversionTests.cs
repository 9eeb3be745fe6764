using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class DigitConversionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ToCsv_FromIdx_WritesTheFormatOfTheOriginal()
    {
        var rows = DigitConversion.ToCsv(DigitFiles.WriteIdx(_folder, 12), _folder.File("out.csv"));

        Assert.Equal(12, rows);
        var expected = string.Concat(DigitFiles.Records(12).Select(record => DigitFiles.Line(record) + "\n"));
        Assert.Equal(expected, File.ReadAllText(_folder.File("out.csv")));
    }

    [Theory]
    [InlineData("images", "labels")]
    [InlineData("images.gz", "labels.gz")]
    public void ToIdx_OfWhatWasMadeFromIdx_IsByteExact(string images, string labels)
    {
        var source = DigitFiles.WriteIdx(_folder, 300);
        DigitConversion.ToCsv(source, _folder.File("between.csv"));

        DigitConversion.ToIdx(new CsvSource(_folder.File("between.csv")), _folder.File(images), _folder.File(labels));

        Assert.Equal(File.ReadAllBytes(source.Images), Unpacked(images));
        Assert.Equal(File.ReadAllBytes(source.Labels), Unpacked(labels));
    }

    [Fact]
    public void ToIdx_FractionalPixel_ErrorNamesLineAndLeavesNothing()
    {
        var source = new CsvSource(_folder.Write(
            "digits.csv", $"label\n{DigitFiles.Line("1")}\n{DigitFiles.Line("2", (5, "12.5"))}\n"));

        var exception = Assert.Throws<InvalidInputException>(
            () => DigitConversion.ToIdx(source, _folder.File("i"), _folder.File("l")));

        Assert.Equal(3, exception.Line);
        Assert.Contains("'12.5', but only whole pixels", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["digits.csv"], _folder.Names());
    }

    [Fact]
    public void ToCsv_DamagedSource_LeavesWhatWasThere()
    {
        var source = DigitFiles.WriteIdx(_folder, 3, labels: DigitFiles.Labels(3, [1, 2, 11]));
        var path = _folder.Write("out.csv", "old");

        Assert.Throws<InvalidInputException>(() => DigitConversion.ToCsv(source, path));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(3, _folder.Names().Count);
    }

    [Theory]
    [InlineData(10, 784, "Digit 2 is labelled 10, but labels go from 0 to 9.")]
    [InlineData(9, 783, "Digit 2 has 783 pixels, not 784.")]
    public void Write_NoDigit_IsRefusedAndNothingIsLeft(byte label, int pixels, string said)
    {
        DigitRecord[] records = [.. DigitFiles.Records(1), new(label, new byte[pixels])];
        Action[] ways =
        [
            () => CsvFile.Write(_folder.File("x.csv"), records),
            () => IdxFile.Write(_folder.File("images"), _folder.File("labels"), 2, records),
            () => Assert.Empty(DigitData.FromRecords(new MLContext(), records).GetColumn<float[]>("Pixels")),
        ];

        Assert.All(ways, way => Assert.Equal(said, Assert.ThrowsAny<ArgumentException>(way).Message));
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void Of_LabelAbove9_IsRefused()
        => Assert.Throws<ArgumentException>(() => DigitCounts.Of([3, 10]));

    [MnistFact]
    public void ToIdx_OfMnistAsCsv_HasThePublishedChecksums()
    {
        DigitConversion.ToCsv(DigitSource.Resolve(MnistFolder.Path!, DigitPart.Test), _folder.File("mnist_test.csv"));
        DigitConversion.ToIdx(
            new CsvSource(_folder.File("mnist_test.csv")),
            _folder.File("t10k-images-idx3-ubyte"),
            _folder.File("t10k-labels-idx1-ubyte"));

        Assert.True(DigitVerification.Verify(_folder.Path, DigitPart.Test).IsPublished);
    }

    private byte[] Unpacked(string name) => name.EndsWith(".gz", StringComparison.Ordinal)
        ? DigitFiles.Gunzip(_folder.File(name))
        : File.ReadAllBytes(_folder.File(name));
}
