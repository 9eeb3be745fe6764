using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Strokes are 10 pixels wide here.</summary>
public class BrokenDigitTests
{
    private const int StrokeWidth = 10;

    [Fact]
    public void Of_EightInFourParts_IsOneDigit()
        => Assert.NotNull(OfShared(
            0.5, [new(0, 0, 25, 45), new(30, 0, 25, 45), new(0, 51, 25, 49), new(31, 50, 25, 50)]));

    [Fact]
    public void Of_OneInTwoParts_IsOneDigit() => Assert.NotNull(Of(new(10, 0, 8, 48), new(6, 54, 8, 46)));

    [Fact]
    public void Of_TwoDigitsSideBySide_IsNone() => Assert.Null(Of(new(0, 0, 50, 100), new(55, 0, 50, 100)));

    [Fact]
    public void Of_TwoNarrowDigitsApart_IsNone() => Assert.Null(Of(new(0, 0, 10, 100), new(30, 0, 10, 100)));

    [Fact]
    public void Of_TwoDigitsOneAboveTheOther_IsNone() => Assert.Null(Of(new(0, 0, 50, 100), new(2, 110, 50, 100)));

    // Parts of a column of 660 pixels and of a block of 520; as filled as digits are.
    [Fact]
    public void Of_ColumnOfFiveDigits_IsNone()
        => Assert.Null(OfShared(0.35, [.. Enumerable.Range(0, 5).Select(i => new PictureBox(0, i * 140, 65, 100))]));

    [Fact]
    public void Of_BlockOfTwelveDigits_IsNone()
        => Assert.Null(OfShared(
            0.35, [.. Enumerable.Range(0, 12).Select(i => new PictureBox(i % 3 * 105, i / 3 * 140, 65, 100))]));

    [Fact]
    public void Of_EightWhoseTwoLoopsAreApart_IsOneDigit()
        => Assert.NotNull(OfShared(0.5, [new(0, 0, 60, 48), new(0, 54, 60, 46)]));

    [Fact]
    public void Of_ManyParts_IsNone()
        => Assert.Null(Of([.. Enumerable.Range(0, 13).Select(i => new PictureBox(i % 2 * 10, i * 8, 9, 7))]));

    private static BlobGroup? Of(params PictureBox[] boxes) => OfShared(1, boxes);

    /// <summary>Boxes of which a share is ink.</summary>
    private static BlobGroup? OfShared(double share, PictureBox[] boxes)
        => BrokenDigit.Of([.. boxes.Select(Blob).Select(blob => blob with { Area = (int)(share * blob.Area) })], StrokeWidth);

    private static Blob Blob(PictureBox box) => new(
        box,
        box.Width * box.Height,
        [.. Enumerable.Range(box.Top, box.Height).Select(row => new InkRun(row, box.Left, box.Right))]);
}
