using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Idx;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RawPair_GivesTheRecords()
        => AssertRecords(DigitFiles.Records(12), DigitFiles.WriteIdx(_folder, 12));

    [Fact]
    public void Read_PackedWithoutTheName_IsKnownByContent()
    {
        var images = DigitFiles.Gzip(DigitFiles.Images(12, DigitFiles.Records(12)));

        AssertRecords(DigitFiles.Records(12), DigitFiles.WriteIdx(_folder, 12, images));
    }

    [Fact]
    public void Read_RawNamedGz_IsKnownByContent()
    {
        var source = DigitFiles.WriteIdx(_folder, 12);
        File.Move(source.Images, source.Images + ".gz");

        AssertRecords(DigitFiles.Records(12), source with { Images = source.Images + ".gz" });
    }

    [Fact]
    public void Read_LabelsInPlaceOfImages_ErrorSaysWhichItIs()
        => AssertProblem(DigitFiles.Labels(3, [1, 2, 3]), null, "is a labels file, but images are expected");

    [Fact]
    public void Read_ImagesInPlaceOfLabels_ErrorSaysWhichItIs()
        => AssertProblem(
            null, DigitFiles.Images(3, DigitFiles.Records(3)), "is an images file, but labels are expected");

    [Fact]
    public void Read_WrongMagic_ErrorSaysWhichWasFound()
        => AssertProblem(
            "<html><body>no</body></html>"u8.ToArray(), null, "is not an IDX file (it starts with 0x3C68746D");

    [Fact]
    public void Read_OtherElementType_ErrorSaysSo()
        => AssertProblem(
            DigitFiles.BigEndian(0xD03, 1, 28, 28), null, "holds pixels as 32-bit floating-point numbers");

    [Fact]
    public void Read_OtherSize_ErrorSaysWhich()
        => AssertProblem(DigitFiles.BigEndian(0x803, 1, 32, 20), null, "holds pictures of 32 x 20 pixels");

    [Fact]
    public void Read_OtherCounts_ErrorNamesBoth()
        => AssertProblem(null, DigitFiles.Labels(2, [1, 2]), "holds 2 labels, but");

    [Fact]
    public void Read_HeaderCutShort_ErrorSaysSo()
        => AssertProblem(DigitFiles.BigEndian(0x803, 3, 28), null, "the header has 16 bytes, and 12 are there");

    [Fact]
    public void Read_NoRecords_ErrorSaysSo() => AssertProblem(DigitFiles.Images(0, []), null, "holds no images");

    [Fact]
    public void Read_ImagesCutShort_ErrorSaysWhereAndHowMuch()
        => AssertProblem(
            DigitFiles.Images(3, DigitFiles.Records(3))[..^1000], null,
            "is cut short: 1000 of 2368 bytes are missing, from image 2 of 3 on");

    [Fact]
    public void Read_LabelsCutShort_ErrorSaysWhereAndHowMuch()
        => AssertProblem(
            null, DigitFiles.Labels(3, [1, 2]), "is cut short: 1 of 11 bytes are missing, from label 3 of 3 on");

    [Fact]
    public void Read_BytesAfterTheLastImage_AreNoticed()
        => AssertProblem([.. DigitFiles.Images(3, DigitFiles.Records(3)), 0], null, "goes on after the 3 images");

    [Fact]
    public void Read_BytesAfterTheLastLabel_AreNoticed()
        => AssertProblem(null, DigitFiles.Labels(3, [1, 2, 3, 4]), "goes on after the 3 labels");

    [Fact]
    public void Read_LabelAboveNine_ErrorSaysWhichRecord()
        => AssertProblem(null, DigitFiles.Labels(3, [1, 10, 3]), "label 2 is 10, but the ten digits are 0 to 9");

    [Fact]
    public void Read_HeaderClaimsBillions_NothingIsAllocatedByIt()
    {
        var source = DigitFiles.WriteIdx(
            _folder, 2,
            DigitFiles.Images(2_000_000_000, DigitFiles.Records(2)), DigitFiles.Labels(2_000_000_000, [0, 1]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<InvalidInputException>(() => IdxFile.Read(source).Count());

        Assert.Contains("from image 3 of 2000000000 on", exception.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Read_GzCutShort_ErrorSaysSo()
    {
        var packed = DigitFiles.Gzip(DigitFiles.Images(3, DigitFiles.Records(3)));

        AssertProblem(packed[..(packed.Length / 2)], null, "cut short");
    }

    [Fact]
    public void Read_GzDamaged_ErrorSaysSo()
    {
        var packed = DigitFiles.Gzip(DigitFiles.Images(3, DigitFiles.Records(3)));
        packed[10] = 0xFF;

        AssertProblem(packed, null, "is a damaged gzip file");
    }

    [Fact]
    public void Read_NamedGzAndNeither_ErrorSaysSo()
    {
        var source = new IdxSource(_folder.Write("a-images-idx3-ubyte.gz", "hello"), _folder.Write("l", ""));

        var exception = Assert.Throws<InvalidInputException>(() => IdxFile.Read(source).Count());

        Assert.Contains(
            "is named .gz, but is neither a gzip nor an IDX file (it starts with 68656C6C)",
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Raw_IsByteExact()
    {
        IdxFile.Write(_folder.File("i"), _folder.File("l"), 12, DigitFiles.Records(12));

        Assert.Equal(DigitFiles.Images(12, DigitFiles.Records(12)), File.ReadAllBytes(_folder.File("i")));
        Assert.Equal(
            [0, 0, 8, 1, 0, 0, 0, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], File.ReadAllBytes(_folder.File("l")));
    }

    [Fact]
    public void Write_NamedGz_IsPacked()
    {
        IdxFile.Write(_folder.File("i.gz"), _folder.File("l"), 12, DigitFiles.Records(12));

        Assert.Equal(DigitFiles.Images(12, DigitFiles.Records(12)), DigitFiles.Gunzip(_folder.File("i.gz")));
    }

    [Fact]
    public void Write_OtherCountThanSaid_LeavesWhatWasThere()
    {
        _folder.Write("i", "old images");
        _folder.Write("l", "old labels");

        Assert.Throws<ArgumentException>(
            () => IdxFile.Write(_folder.File("i"), _folder.File("l"), 13, DigitFiles.Records(12)));

        Assert.Equal("old images", File.ReadAllText(_folder.File("i")));
        Assert.Equal("old labels", File.ReadAllText(_folder.File("l")));
        Assert.Equal(["i", "l"], _folder.Names());
    }

    private static void AssertRecords(DigitRecord[] expected, IdxSource source)
    {
        var records = IdxFile.Read(source).ToArray();
        Assert.Equal(expected.Select(record => record.Label), records.Select(record => record.Label));
        Assert.Equal(
            expected.Select(record => record.Pixels.ToArray()), records.Select(record => record.Pixels.ToArray()));
    }

    private void AssertProblem(byte[]? images, byte[]? labels, string expected)
    {
        var source = DigitFiles.WriteIdx(_folder, 3, images, labels);

        var exception = Assert.Throws<InvalidInputException>(() => IdxFile.Read(source).Count());

        Assert.Equal(images is null ? source.Labels : source.Images, exception.Path);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
