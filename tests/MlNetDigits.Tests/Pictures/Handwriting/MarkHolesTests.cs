using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class MarkHolesTests
{
    [Fact]
    public void Of_GridOfTwoByThree_SixHoles()
        => Assert.Equal(6, MarkHoles.Of(Mark(Sheet.Blank(200, 200).WithGrid(20, 20, 150, 100, 2, 3, 3))).Holes.Length);

    [Fact]
    public void IndexAt_MarkInTheSecondHoleAndOneOutside_OneAndNone()
    {
        var blobs = Blobs.Of(Ink(Sheet.Blank(300, 200).WithGrid(20, 20, 160, 80, 1, 2, 3).WithDot(140, 60, 12).WithDot(250, 60, 12)));
        var holes = MarkHoles.Of(blobs.MaxBy(blob => blob.Area)!);
        var dots = blobs.Where(blob => blob.Box.Width < 20).OrderBy(blob => blob.Box.Left).ToArray();

        Assert.Equal([1, -1], dots.Select(holes.IndexAt));
    }

    [Fact]
    public void ConvexHull_RectangleAndEllipse_AreasOfBoth()
    {
        var box = ConvexHull.Area(Mark(Sheet.Blank(200, 200).WithBox(40.5, 50.5, 100, 80, 1)).Runs);
        var ellipse = ConvexHull.Area(Mark(Sheet.Blank(200, 200).WithEllipse(100, 100, 60, 40, 1)).Runs);

        Assert.InRange(box, 100 * 80, 103 * 83);
        Assert.InRange(ellipse, Math.PI * 59 * 39, Math.PI * 62 * 42);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 30)]
    [InlineData(-20, -20)]
    public void StrokeShape_LeaningStroke_SlantAndThickness(double degrees, double expected)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var shape = StrokeShape.Of(
            Mark(Sheet.Blank(200, 200).WithLine(100 - (60 * sin), 100 + (60 * cos), 100 + (60 * sin), 100 - (60 * cos), 8)).Runs);

        Assert.True(shape.IsStraight);
        Assert.InRange(shape.Slant, expected - 1, expected + 1);
        Assert.InRange(shape.Thickness, 7, 9);
    }

    private static InkPlane Ink(GreyImage picture) => new(picture.Invert(), 100, 3);

    private static Blob Mark(GreyImage picture) => Assert.Single(Blobs.Of(Ink(picture)));
}
