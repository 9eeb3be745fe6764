using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class InkThresholdTests
{
    [Fact]
    public void Darkness_PaleLinesAndDarkInk_IsThatOfTheInk()
    {
        // Paper, many pixels of pale lines, fewer of ink.
        byte[] values = [.. new byte[7000], .. Enumerable.Repeat((byte)40, 2000), .. Enumerable.Repeat((byte)180, 1000)];

        var ink = new GreyImage(100, 100, values);

        Assert.Equal(180, InkThreshold.Darkness(ink));
        Assert.Equal(90, InkThreshold.Of(ink, 5)!.Value);
    }

    [Fact]
    public void Of_OnlyAFewLevels_IsNull()
        => Assert.Null(InkThreshold.Of(new GreyImage(10, 10, Enumerable.Range(0, 100).Select(i => (byte)(i % 26)).ToArray()), 5));

    [Fact]
    public void Of_LinesOfOnePixel_TakesPixelsThatAreCoveredByLessThanHalf()
    {
        byte[] values = [.. new byte[9000], .. Enumerable.Repeat((byte)200, 1000)];

        Assert.Equal(70, InkThreshold.Of(new GreyImage(100, 100, values), 1)!.Value);
    }
}
