using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class DigitVerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [MnistFact]
    public void Verify_Mnist_IsPublished()
    {
        var report = DigitVerification.Verify(MnistFolder.Path!);

        Assert.True(report.IsPublished);
        Assert.Equal(
            ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"], report.Files.Select(file => file.Published?.Name));
        Assert.Equal([47_040_016, 60_008], report.Files.Select(file => file.ContentBytes));
        Assert.Equal(60_000, report.Counts.Rows);
    }

    [Fact]
    public void Verify_OtherDigits_AreNotPublished()
    {
        var report = DigitVerification.Verify(DigitFiles.WriteIdx(_folder, 3).Images);

        Assert.False(report.IsPublished);
        Assert.Equal([2368L, 11L], report.Files.Select(file => file.Bytes));
        Assert.Equal(3, report.Counts.Rows);
    }

    [Fact]
    public void Verify_Csv_TellsItsChecksum()
    {
        var path = _folder.Write("digits.csv", DigitFiles.Line("1"));

        var file = Assert.Single(DigitVerification.Verify(path).Files);

        // md5sum of "1" followed by 784 times ",0".
        Assert.Equal("951a5a53f37a141b00f4982879a66402", file.Md5);
        Assert.Null(file.Published);
    }
}
