using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class StrokeScanTests
{
    [Theory]
    [InlineData(240, 20, false)]
    [InlineData(20, 240, true)]
    [InlineData(120, 60, false)]
    [InlineData(60, 120, true)]
    public void Of_BarOfTenPixels_ColourAndWidth(byte paper, byte ink, bool isLight)
    {
        var strokes = StrokeScan.Of(Sheet.WithBars(120, 160, paper, ink, new PictureBox(55, 30, 10, 100)));

        Assert.Equal(new StrokeScan(isLight, 10), strokes);
    }

    [Fact]
    public void Of_RealDigits_DarkOnLightAndItsNegative()
    {
        foreach (var (_, pixels) in Sheet.Digits.Take(20))
        {
            var sheet = Sheet.WithDigit(pixels);
            var (dark, light) = (StrokeScan.Of(sheet)!, StrokeScan.Of(sheet.Invert())!);
            Assert.Equal((false, true), (dark.IsLightInk, light.IsLightInk));

            // MNIST's strokes are 1.5 to 4 pixels wide, but those along a row or column count with their length.
            Assert.InRange(dark.Width, 5, 35);
            Assert.InRange(light.Width, 5, 35);
        }
    }

    [Fact]
    public void Of_LightFallsOffToAThird_StillDarkInk()
    {
        var sheet = Sheet.WithDigit(Sheet.Digits[4].Pixels, paper: 250, ink: 50);

        Assert.False(StrokeScan.Of(sheet.Change((x, _, value) => value * (1 - (0.65 * x / sheet.Width))))!.IsLightInk);
    }

    [Fact]
    public void Of_LightSheetOnADarkTable_InkIsDark()
    {
        var page = Sheet.WithLines([[0, 1, 2, 3, 4]], scale: 3, paper: 240, ink: 40);
        var table = page.Change((x, y, value)
            => x < 8 || y < 8 || x >= page.Width - 8 || y >= page.Height - 8 ? 30 : value);

        Assert.False(StrokeScan.Of(table)!.IsLightInk);
    }

    [Fact]
    public void Of_EmptyPaper_IsNull()
    {
        var paper = Sheet.Blank(200, 100, 220);
        GreyImage[] empty =
        [
            paper,
            paper.WithGrain(8),
            paper.Change((x, _, value) => value * (1 - (0.6 * x / 200))),
            paper.Change((x, y, value) => value * (1 - (0.5 * (Math.Pow((x - 100) / 100.0, 2) + Math.Pow((y - 50) / 50.0, 2)) / 2))),
            Sheet.Blank(1, 1),
        ];

        Assert.All(empty, picture => Assert.Null(StrokeScan.Of(picture)));
    }
}
