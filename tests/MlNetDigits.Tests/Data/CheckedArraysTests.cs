using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class CheckedArraysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_AsManyAsMayBeKept_AreKept()
    {
        var source = DigitFiles.WriteIdx(_folder, 25);
        var digits = CheckedArrays.Read(IdxFile.ArraysOf(source), mostKept: 25);
        File.Delete(source.Images);

        Assert.Equal(25, digits.Records.Count());
    }

    [Fact]
    public void Read_MoreThanMayBeKept_AreReadAnew()
    {
        var source = DigitFiles.WriteIdx(_folder, 25);
        var digits = CheckedArrays.Read(IdxFile.ArraysOf(source), mostKept: 24);
        File.Delete(source.Images);

        Assert.Equal(25, digits.Counts.Rows);
        Assert.Throws<InvalidInputException>(() => digits.Records.Count());
    }

    [Fact]
    public void Read_SeveralBlocks_EachDigitIsInItsPlace()
    {
        var records = DigitFiles.Records(1000);

        var digits = CheckedArrays.Read(IdxFile.ArraysOf(DigitFiles.WriteIdx(_folder, 1000)));

        Assert.Equal(records.Select(record => record.Label), digits.Records.Select(record => record.Label));
        Assert.All(records.Zip(digits.Records), pair => Assert.True(pair.First.Pixels.Span.SequenceEqual(pair.Second.Pixels.Span)));
    }

    [Fact]
    public void Read_CutShortInALaterBlock_ErrorSaysWhere()
    {
        var images = DigitFiles.Images(1000, DigitFiles.Records(1000))[..^1000];
        var source = DigitFiles.WriteIdx(_folder, 1000, images);

        var exception = Assert.Throws<InvalidInputException>(() => CheckedArrays.Read(IdxFile.ArraysOf(source)));

        Assert.Contains("is cut short: 1000 of 784016 bytes are missing, from image 999 of 1000 on", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LabelAboveNineInALaterBlock_ErrorSaysWhichRecord()
    {
        var labels = DigitFiles.Labels(1000, Enumerable.Repeat((byte)1, 1000));
        labels[^1] = 11;
        var source = DigitFiles.WriteIdx(_folder, 1000, labels: labels);

        var exception = Assert.Throws<InvalidInputException>(() => CheckedArrays.Read(IdxFile.ArraysOf(source)));

        Assert.Contains("label 1000 is 11, but the ten digits are 0 to 9", exception.Message, StringComparison.Ordinal);
    }
}
