using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>What counts as ink.</summary>
public class InkPlaneTests
{
    private static readonly PictureBox Stem = new(90, 40, 8, 120);

    [Theory]
    [InlineData(255, 0, 255)]
    [InlineData(200, 50, 191)]
    [InlineData(100, 50, 127)]
    public void Of_DarkInk_IsTheMissingShareOfThePapersLight(byte paper, byte ink, byte expected)
    {
        var plane = InkPlane.Of(Sheet.WithBars(200, 200, paper, ink, Stem))!;

        Assert.Equal((expected, 0), (At(plane, 94, 100), At(plane, 20, 100)));
        Assert.InRange(plane.Threshold, expected / 2, (expected / 2) + 1);
    }

    [Fact]
    public void Of_LightInk_IsInkToo()
    {
        var plane = InkPlane.Of(Sheet.WithBars(200, 200, 30, 200, Stem))!;

        Assert.Equal((192, 0), (At(plane, 94, 100), At(plane, 20, 100)));
    }

    [Fact]
    public void Of_ShadowAcrossTheInk_InkIsAsDarkOnBothSides()
    {
        var lit = Sheet.WithBars(200, 200, 240, 60, Stem);

        var plane = InkPlane.Of(lit.Change((_, y, value) => value * (y < 100 ? 1 : 0.45)))!;

        Assert.Equal(At(plane, 94, 60), At(plane, 94, 140), 3.0);
    }

    [Fact]
    public void Of_RuledPaper_LinesAreNoInkAndStrokesStayWhole()
    {
        // Lines with a third of the ink's darkness, under and through the stem.
        var clean = Sheet.WithBars(200, 200, 240, 90, Stem);
        var ruled = clean.Change((x, y, value) => y % 28 < 2 ? Math.Min((int)value, 190) : value);

        var (plain, plane) = (InkPlane.Of(clean)!, InkPlane.Of(ruled)!);

        for (var i = 0; i < 200 * 200; i++)
        {
            Assert.Equal(
                plain.Ink.Pixels.Span[i] >= plain.Threshold, plane.Ink.Pixels.Span[i] >= plane.Threshold);
        }

        Assert.Equal(0, At(plane, 20, 28));
    }

    [Fact]
    public void Of_SquaredPaperInPencil_LinesAreNoInk()
    {
        var clean = Sheet.WithDigit(Sheet.Digits[5].Pixels, scale: 4, paper: 235, ink: 130);
        var squared = clean.Change((x, y, value) => Math.Min(value, x % 25 < 1 || y % 25 < 1 ? 195 : 255)).WithGrain(2);

        var (plain, plane) = (InkPlane.Of(clean)!, InkPlane.Of(squared)!);

        var changed = Enumerable.Range(0, plane.Ink.Pixels.Length).Count(
            i => plain.Ink.Pixels.Span[i] >= plain.Threshold != plane.Ink.Pixels.Span[i] >= plane.Threshold);
        var ink = plain.Ink.Pixels.ToArray().Count(value => value >= plain.Threshold);
        Assert.InRange(changed, 0, ink / 10);
    }

    [Fact]
    public void Of_GrainAndFaintDirt_OnlyTheStemIsInk()
    {
        var dirty = Sheet.WithBars(200, 200, 230, 60, Stem, new PictureBox(20, 20, 30, 30))
            .Change((x, y, value) => x < 60 && y < 60 ? Math.Max((int)value, 215) : value).WithGrain(6);

        var plane = InkPlane.Of(dirty)!;

        var ink = plane.Ink.Pixels.ToArray().Count(value => value >= plane.Threshold);
        Assert.Equal(Stem.Width * Stem.Height, ink, 10.0);
    }

    [Fact]
    public void Of_Blank_IsNull() => Assert.Null(InkPlane.Of(Sheet.Blank(50, 50, 128)));

    private static byte At(InkPlane plane, int x, int y) => plane.Ink.Pixels.Span[(y * plane.Ink.Width) + x];
}
