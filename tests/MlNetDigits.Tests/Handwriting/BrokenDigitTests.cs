namespace MlNetDigits.Tests.Handwriting;

public class BrokenDigitTests
{
    [Fact]
    public void Of_EightInFourParts_IsOneDigit()
        => Assert.NotNull(Of(new(0, 0, 25, 45), new(30, 0, 25, 45), new(0, 51, 25, 49), new(31, 50, 25, 50)));

    [Fact]
    public void Of_OneInTwoParts_IsOneDigit() => Assert.NotNull(Of(new(10, 0, 8, 48), new(6, 54, 8, 46)));

    [Fact]
    public void Of_TwoDigitsSideBySide_IsNone() => Assert.Null(Of(new(0, 0, 50, 100), new(55, 0, 50, 100)));

    [Fact]
    public void Of_TwoNarrowDigitsApart_IsNone() => Assert.Null(Of(new(0, 0, 10, 100), new(30, 0, 10, 100)));

    [Fact]
    public void Of_TwoDigitsOneAboveTheOther_IsNone() => Assert.Null(Of(new(0, 0, 50, 100), new(2, 110, 50, 100)));

    [Fact]
    public void Of_ManyParts_IsNone()
        => Assert.Null(Of([.. Enumerable.Range(0, 13).Select(i => new PictureBox(i % 2 * 10, i * 8, 9, 7))]));

    private static BlobGroup? Of(params PictureBox[] boxes) => BrokenDigit.Of([.. boxes.Select(Blob)]);

    private static Blob Blob(PictureBox box) => new(
        box,
        box.Width * box.Height,
        [.. Enumerable.Range(box.Top, box.Height).Select(row => new InkRun(row, box.Left, box.Right))]);
}
