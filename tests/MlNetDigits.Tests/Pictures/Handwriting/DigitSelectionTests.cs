using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Digits are 100 pixels high here, strokes 10 pixels wide.</summary>
public class DigitSelectionTests
{
    private static readonly PictureBox Left = new(100, 200, 50, 100);
    private static readonly PictureBox Right = new(200, 210, 40, 90);

    [Fact]
    public void WithoutDust_SmallerThanHalfADot_IsDropped()
        => Assert.Equal(
            [Left],
            DigitSelection.WithoutDust([Blob(Left), Blob(new(10, 10, 7, 7))], 10).Select(blob => blob.Box));

    [Fact]
    public void Select_DotsCommasAndDashes_AreNone()
        => Assert.Equal([Left, Right], Digits(Left, Right, new(170, 290, 12, 30), new(20, 250, 60, 15), new(300, 200, 14, 14)));

    [Fact]
    public void Select_RuledLines_AreNone()
        => Assert.Equal([Left, Right], Digits(Left, Right, new(0, 310, 1000, 8), new(50, 0, 6, 600)));

    [Fact]
    public void Select_NothingButALine_IsTheDigitOne()
        => Assert.Equal([new PictureBox(500, 10, 10, 580)], Digits(new PictureBox(500, 10, 10, 580)));

    [Fact]
    public void Select_OnesOnAStripThatIsCutOutCloseToIt_AreDigits()
        => Assert.Equal(
            [new PictureBox(50, 30, 20, 530), new PictureBox(300, 40, 280, 500), new PictureBox(700, 30, 60, 540)],
            Digits(new(50, 30, 20, 530), new(300, 40, 280, 500), new(700, 30, 60, 540)));

    [Fact]
    public void Select_ThinOneNearlyAsHighAsThePicture_IsADigit()
        => Assert.Contains(
            new PictureBox(50, 20, 300, 560),
            DigitSelection.Select(
                [Blob(new(50, 20, 300, 560)) with { Area = 9_000 }, Blob(new(600, 300, 80, 90))], Plane)
                .Digits.Select(digit => digit.Box));

    [Fact]
    public void Select_Frame_IsNone()
        => Assert.Equal(
            [Left, Right],
            DigitSelection.Select(
                [Blob(new(10, 10, 980, 580)) with { Area = 25_000 }, Blob(Left), Blob(Right)], Plane)
                .Digits.Select(digit => digit.Box));

    [Fact]
    public void Select_SmallAndLargeOnes_AreAllDigits()
        => Assert.Equal(
            [Left, Right, new PictureBox(300, 240, 40, 50), new PictureBox(400, 150, 80, 180)],
            Digits(Left, Right, new(300, 240, 40, 50), new(400, 150, 80, 180)));

    [Fact]
    public void Select_NothingButADash_IsTaken()
        => Assert.Equal([new PictureBox(20, 250, 60, 15)], Digits(new PictureBox(20, 250, 60, 15)));

    private static InkPlane Plane => new(Sheet.Blank(1000, 600, 0), 128, 10);

    private static IEnumerable<PictureBox> Digits(params PictureBox[] boxes)
        => DigitSelection.Select([.. boxes.Select(Blob)], Plane)
            .Digits.Select(digit => digit.Box)
            .OrderBy(box => box.Left);

    private static Blob Blob(PictureBox box) => new(
        box,
        box.Width * box.Height,
        [.. Enumerable.Range(box.Top, box.Height).Select(row => new InkRun(row, box.Left, box.Right))]);
}
