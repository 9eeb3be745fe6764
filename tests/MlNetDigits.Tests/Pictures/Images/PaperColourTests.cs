using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Images;

public class PaperColourTests
{
    private const int Side = 40;

    [Fact]
    public void Fit_LightThatFallsOffAndThickInk_IsThePaperEverywhere()
    {
        // A third of the picture is ink, in the middle, and does not count.
        var pixels = Pixels((x, y) => Math.Max(Math.Abs(x), Math.Abs(y)) < 0.58 ? new(0.5f, 0.2f, 0.1f) : Paper(x, y));

        var paper = PaperColour.Fit(pixels);

        Assert.All(pixels, pixel => Assert.Equal(0, Paper(pixel.X, pixel.Y).Distance(paper.At(pixel.X, pixel.Y).Colour), 0.01));
    }

    [Fact]
    public void OfEdge_FewerThanHalfOfTheEdgeIsInk_IsThePaper()
    {
        var paper = PaperColour.OfEdge(Pixels((x, _) => x < -0.4 ? new(0.2f, 0, 0) : new(0.9f, 0.01f, 0.02f)));

        Assert.Equal((new OkLab(0.9f, 0.01f, 0.02f), 90f), paper.At(0, 0));
    }

    [Fact]
    public void Fit_OnePixel_IsItsColour()
    {
        var colour = new OkLab(0.7f, 0.1f, 0.05f);

        Assert.Equal(0, colour.Distance(PaperColour.Fit([new(0, 0, colour, 150, true)]).At(0, 0).Colour), 0.001);
    }

    private static OkLab Paper(float x, float y) => new(0.8f - (0.1f * x) - (0.05f * y * y), 0.02f, 0.04f + (0.01f * y));

    private static PlacedColour[] Pixels(Func<float, float, OkLab> colour) =>
    [
        .. Enumerable.Range(0, Side * Side).Select(i =>
        {
            var (column, row) = (i % Side, i / Side);
            var (x, y) = ((2f * column / (Side - 1)) - 1, (2f * row / (Side - 1)) - 1);
            var at = colour(x, y);
            return new PlacedColour(x, y, at, 100 * at.Lightness, column is 0 or Side - 1 || row is 0 or Side - 1);
        }),
    ];
}
