using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Idx;

/// <summary>IDX files that are not quite as MNIST's.</summary>
public sealed class IdxFormsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_LabelsOfQmnist_TheFirstOfEightNumbersIsMeant()
        => AssertRead(labels: [.. DigitFiles.BigEndian(0xC02, 3, 8), .. DigitFiles.BigEndian(
            0, 1, 2, 3, 4, 5, 6, 7, 1, 9, 9, 9, 9, 9, 9, 9, 2, 0, 0, 0, 0, 0, 0, 0)]);

    [Fact]
    public void Read_LabelsOfQmnistPacked_AreRead()
        => AssertRead(labels: DigitFiles.Gzip([.. DigitFiles.BigEndian(0xC02, 3, 8), .. DigitFiles.BigEndian(
            0, 1, 2, 3, 4, 5, 6, 7, 1, 9, 9, 9, 9, 9, 9, 9, 2, 0, 0, 0, 0, 0, 0, 0)]));

    [Fact]
    public void Read_LabelsOfFourBytes_AreRead()
        => AssertRead(labels: [.. DigitFiles.BigEndian(0xC01, 3), .. DigitFiles.BigEndian(0, 1, 2)]);

    [Fact]
    public void Read_LabelsInAColumn_AreRead()
        => AssertRead(labels: [.. DigitFiles.BigEndian(0x802, 3, 1), 0, 1, 2]);

    [Theory]
    [InlineData(0x804u, 28u, 28u, 1u)]
    [InlineData(0x804u, 1u, 28u, 28u)]
    [InlineData(0x802u, 784u)]
    public void Read_ImagesOfAnotherNumberOfDimensions_AreRead(uint magic, params uint[] sizes)
        => AssertRead(images: [.. DigitFiles.BigEndian([magic, 3, .. sizes]), .. NpzFiles.Pixels(DigitFiles.Records(3))]);

    [Fact]
    public void Read_ImagesOfColours_ErrorSaysSo()
        => AssertProblem("holds pictures of 28 x 28 x 3 numbers", images: DigitFiles.BigEndian(0x804, 3, 28, 28, 3));

    [Fact]
    public void Read_FloatImages_ErrorSaysWhatToWrite()
        => AssertProblem("holds pixels as 32-bit floating-point numbers, but only bytes can be read from IDX", images: DigitFiles.BigEndian(0xD03, 3, 28, 28));

    [Fact]
    public void Read_LittleEndianHeader_ErrorSaysSo()
        => AssertProblem(
            "has a header whose numbers are the wrong way round", images: [0, 0, 8, 3, 3, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0, 0]);

    [Fact]
    public void Read_LittleEndianMagicNumber_ErrorSaysSo()
        => AssertProblem("whose header is the wrong way round: IDX is big-endian", images: [3, 8, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0, 0]);

    [Fact]
    public void Read_LittleEndianLabels_ErrorSaysSo()
        => AssertProblem(
            "label 2 is 16777216, but a label is a whole number from 0 to 255; its bytes seem to be the wrong way round",
            labels: [.. DigitFiles.BigEndian(0xC01, 3), 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]);

    [Fact]
    public void Read_LabelsOneHot_ErrorSaysWhatToWrite()
        => AssertProblem(
            "holds 10 numbers a label, but one is needed; if these are one-hot, write the place of the 1", labels: DigitFiles.BigEndian(0x802, 3, 10));

    [Fact]
    public void Read_PackedTwice_ErrorSaysSo()
        => AssertProblem(
            "is packed twice; unpack it once", images: DigitFiles.Gzip(DigitFiles.Gzip(DigitFiles.Images(3, DigitFiles.Records(3)))));

    [Fact]
    public void Read_LabelAboveNine_ErrorDoesNotBlameTheFile()
        => AssertProblem(
            "label 2 is 26, but the ten digits are 0 to 9; the labels of the file go from 1 to 26; if the file has other classes, as EMNIST's letters, say so with --classes 1-26 or a mapping file",
            labels: DigitFiles.Labels(3, [1, 26, 3]));

    [Fact]
    public void Read_LabelsOfTheClassesThatWereSaid_AreRead()
    {
        var source = DigitFiles.WriteIdx(_folder, 3, labels: DigitFiles.Labels(3, [1, 26, 3]));

        var records = IdxFile.Read(source, new DigitDataOptions { Classes = DigitClasses.Numbered(1, 26) });

        Assert.Equal<byte>([1, 26, 3], records.Select(record => record.Label));
    }

    [Fact]
    public void Read_LabelOutsideTheClassesThatWereSaid_ErrorNamesThem()
    {
        var source = DigitFiles.WriteIdx(_folder, 3, labels: DigitFiles.Labels(3, [1, 0, 3]));

        var exception = Assert.Throws<InvalidInputException>(
            () => IdxFile.Read(source, new DigitDataOptions { Classes = DigitClasses.Numbered(1, 26) }).Count());

        Assert.Contains("label 2 is 0, but labels go from 1 to 26; the labels of the file go from 0 to 3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Transposed_PicturesStandUpright()
    {
        var source = DigitFiles.WriteIdx(_folder, 3);

        var records = IdxFile.Read(source, new DigitDataOptions { Transpose = true }).ToArray();

        var lying = DigitFiles.Records(3)[1].Pixels.Span;
        Assert.Equal(lying[(3 * 28) + 5], records[1].Pixels.Span[(5 * 28) + 3]);
        Assert.Equal(lying[(27 * 28) + 1], records[1].Pixels.Span[28 + 27]);
    }

    private void AssertRead(byte[]? images = null, byte[]? labels = null)
    {
        var records = IdxFile.Read(DigitFiles.WriteIdx(_folder, 3, images, labels)).ToArray();
        var expected = DigitFiles.Records(3);
        Assert.Equal(expected.Select(record => record.Label), records.Select(record => record.Label));
        Assert.Equal(expected.Select(record => record.Pixels.ToArray()), records.Select(record => record.Pixels.ToArray()));
    }

    private void AssertProblem(string said, byte[]? images = null, byte[]? labels = null)
    {
        var source = DigitFiles.WriteIdx(_folder, 3, images, labels);

        var exception = Assert.Throws<InvalidInputException>(() => IdxFile.Read(source).Count());

        Assert.Equal(images is null ? source.Labels : source.Images, exception.Path);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }
}
