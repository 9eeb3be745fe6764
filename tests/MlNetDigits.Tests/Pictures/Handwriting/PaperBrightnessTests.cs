using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class PaperBrightnessTests
{
    [Fact]
    public void Estimate_UnderTheInk_IsThePaperAround()
    {
        var picture = Sheet.WithBars(100, 100, 231, 40, new PictureBox(40, 20, 8, 60), new PictureBox(40, 20, 40, 8));

        Assert.All(PaperBrightness.Estimate(picture, 8).Pixels.ToArray(), paper => Assert.Equal(231, paper));
    }

    [Fact]
    public void Estimate_LightFallsOff_IsFollowed()
    {
        double Light(int x, int y) => 240 * (1 - (0.5 * (x + y) / 400));
        var lit = Sheet.WithBars(200, 200, 255, 0, new PictureBox(90, 40, 8, 120))
            .Change((x, y, value) => Light(x, y) * (value == 0 ? 0.2 : 1));

        var paper = PaperBrightness.Estimate(lit, 8);

        // Within what the light changes over the square that is looked at, five strokes wide: 24 levels at the dark
        // edges, where one side of the square is missing.
        for (var y = 0; y < 200; y++)
        {
            for (var x = 0; x < 200; x++)
                Assert.InRange(paper.Pixels.Span[(y * 200) + x] - Light(x, y), -10, 24);
        }
    }

    [Fact]
    public void Estimate_SharpShadow_IsFollowedBesideItsEdge()
    {
        var picture = Sheet.Blank(200, 100, 230).Change((x, _, value) => x < 90 ? value : value * 0.4);

        var paper = PaperBrightness.Estimate(picture, 4);

        foreach (var x in Enumerable.Range(0, 200).Where(x => Math.Abs(x - 90) > 10))
            Assert.Equal(picture.Pixels.Span[x], paper.Pixels.Span[x]);
    }
}
