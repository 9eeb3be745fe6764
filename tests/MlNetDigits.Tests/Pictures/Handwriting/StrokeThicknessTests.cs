using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Thickness is counted in pixels of a digit whose longer side is 20.</summary>
public class StrokeThicknessTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(40)]
    public void Of_Bar_IsItsWidth(int width)
        => Assert.Equal(width / 10.0, StrokeThickness.Of(Ink(new PictureBox(0, 0, width, 200))), 0.3);

    [Theory]
    [InlineData(25)]
    [InlineData(34)]
    public void Adjust_AsThickAsMnistsStrokes_IsThePictureItself(int width)
    {
        var ink = Ink(new PictureBox(0, 0, width, 200), new PictureBox(0, 0, 150, width));

        Assert.Same(ink, StrokeThickness.Adjust(ink));
    }

    [Theory]
    [InlineData(2, 2.0)]
    [InlineData(5, 2.0)]
    [InlineData(12, 2.0)]
    [InlineData(45, 3.5)]
    [InlineData(55, 3.5)]
    public void Adjust_OtherPens_GetNearMnists(int width, double expected)
    {
        var ink = Ink(new PictureBox(0, 0, width, 200), new PictureBox(0, 0, 150, width));

        Assert.Equal(expected, StrokeThickness.Of(StrokeThickness.Adjust(ink)), 0.4);
    }

    [Fact]
    public void Adjust_ThickSquare_IsNotThinnedAway()
        => Assert.InRange(StrokeThickness.Of(StrokeThickness.Adjust(Ink(new PictureBox(0, 0, 100, 100)))), 3, 20);

    [Fact]
    public void Adjust_Blank_StaysBlank()
        => Assert.All(StrokeThickness.Adjust(Sheet.Blank(10, 10, 0)).Pixels.ToArray(), value => Assert.Equal(0, value));

    private static GreyImage Ink(params PictureBox[] bars)
        => Sheet.WithBars(bars.Max(bar => bar.Right), bars.Max(bar => bar.Bottom), 0, 255, bars);
}
