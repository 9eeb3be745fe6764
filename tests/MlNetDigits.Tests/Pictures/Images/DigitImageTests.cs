using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Images;

public class DigitImageTests
{
    [Fact]
    public void FromPicture_BlackOnWhite_IsInverted()
    {
        var pixels = DigitImage.FromPicture(Picture(28, 28, paper: 255, ink: 0, (10, 18)));

        Assert.Equal((0, 255), (pixels[0], pixels[(14 * 28) + 14]));
    }

    [Fact]
    public void FromPicture_WhiteOnBlackOfTheRightSize_IsTakenAsItIs()
    {
        var picture = Picture(28, 28, paper: 0, ink: 255, (10, 18));

        Assert.Equal(picture.Pixels.ToArray(), DigitImage.FromPicture(picture));
    }

    [Fact]
    public void FromPicture_MoreInkThanPaper_PaperIsStillThePaper()
    {
        var pixels = DigitImage.FromPicture(Picture(28, 28, paper: 255, ink: 0, (2, 26)));

        Assert.Equal((0, 255), (pixels[0], pixels[(14 * 28) + 14]));
    }

    // Padded to a square it would have more pixels than an array holds.
    [Fact]
    public void FromPicture_VeryLongAndNarrow_IsPaddedLikeAnyOther()
    {
        var pixels = new byte[100 * 100_000];
        pixels.AsSpan().Fill(255);
        pixels.AsSpan(100 * 40_000, 100 * 20_000).Clear();

        var digit = DigitImage.FromPicture(new GreyImage(100, 100_000, pixels));

        // A line in the middle, from 11.2 to 16.8 and much narrower than a pixel.
        bool[] hasInk = Array.ConvertAll(digit, pixel => pixel > 0);
        Assert.All(Enumerable.Range(12, 4), row => Assert.True(hasInk[(row * 28) + 13] || hasInk[(row * 28) + 14]));
        Assert.All(
            hasInk.Index().Where(pixel => pixel.Item),
            pixel => Assert.True(pixel.Index % 28 is >= 12 and <= 15 && pixel.Index / 28 is >= 10 and <= 17));
    }

    [Fact]
    public void FromPicture_StrokeRunsOffTheEdge_PaperIsStillThePaper()
    {
        var picture = Picture(56, 56, paper: 230, ink: 10, (20, 36));
        var pixels = picture.Pixels.ToArray();
        for (var y = 0; y < 56; y++)
            pixels.AsSpan((y * 56) + 20, 16).Fill(10);

        Assert.Equal(25, DigitImage.FromPicture(new GreyImage(56, 56, pixels))[28 * 14]);
    }

    [Theory]
    [InlineData(112, 28)]
    [InlineData(28, 112)]
    public void FromPicture_NotSquare_IsPaddedWithPaperNotStretched(int width, int height)
    {
        var picture = Picture(width, height, paper: 240, ink: 0, (0, 0));
        var pixels = picture.Pixels.ToArray();
        for (var y = (height / 2) - 8; y < (height / 2) + 8; y++)
            pixels.AsSpan((y * width) + (width / 2) - 8, 16).Clear();

        var digit = DigitImage.FromPicture(new GreyImage(width, height, pixels));

        // 16 x 16 in a square of 112 is 4 x 4 in one of 28.
        Assert.Equal(15, digit[0]);
        Assert.Equal(240 * 16 + (15 * 784), digit.Sum(pixel => pixel), tolerance: 100.0);
        Assert.Equal(digit, Transposed(digit));
    }

    [Fact]
    public void FromPicture_OnePixel_IsBlank()
        => Assert.All(DigitImage.FromPicture(new GreyImage(1, 1, new byte[] { 255 })), pixel => Assert.Equal(0, pixel));

    [Fact]
    public void ToPicture_Ink_IsBlackOnWhite()
    {
        var pixels = new byte[784];
        pixels[30] = 255;

        var picture = DigitImage.ToPicture(pixels);

        Assert.Equal((255, 0), (picture.Pixels.Span[0], picture.Pixels.Span[30]));
    }

    [Fact]
    public void ToText_FourPixels_AreTheFourHalves()
    {
        var pixels = new byte[784];
        (pixels[0], pixels[28], pixels[1], pixels[30], pixels[3]) = (255, 255, 128, 200, 127);

        var lines = DigitImage.ToText(pixels).Split('\n');

        Assert.Equal("█▀▄".PadRight(28), lines[0]);
        Assert.Equal(15, lines.Length);
        Assert.All(lines[1..14], line => Assert.Equal(new string(' ', 28), line));
        Assert.Equal("", lines[14]);
    }

    [Fact]
    public void ToText_OtherNumberOfPixels_Throws()
        => Assert.Throws<ArgumentException>(() => DigitImage.ToText(new byte[783]));

    private static GreyImage Picture(int width, int height, byte paper, byte ink, (int From, int To) square)
    {
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(paper);
        for (var y = square.From; y < square.To; y++)
            pixels.AsSpan((y * width) + square.From, square.To - square.From).Fill(ink);
        return new GreyImage(width, height, pixels);
    }

    private static byte[] Transposed(byte[] digit)
        => [.. Enumerable.Range(0, 784).Select(i => digit[(i % 28 * 28) + (i / 28)])];
}
