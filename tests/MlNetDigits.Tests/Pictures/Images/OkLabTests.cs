using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Images;

public class OkLabTests
{
    // From Ottosson's page and, for the colours of sRGB, from the implementation of CSS Color 4.
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 255, 255, 1, 0, 0)]
    [InlineData(255, 0, 0, 0.6280, 0.2249, 0.1258)]
    [InlineData(0, 255, 0, 0.8664, -0.2339, 0.1795)]
    [InlineData(0, 0, 255, 0.4520, -0.0325, -0.3115)]
    public void Of_KnownColour_IsTheKnownPlace(byte red, byte green, byte blue, double lightness, double reddish, double yellowish)
    {
        var colour = OkLab.Of(red, green, blue);

        Assert.Equal(lightness, colour.Lightness, 0.001);
        Assert.Equal(reddish, colour.Red, 0.001);
        Assert.Equal(yellowish, colour.Yellow, 0.001);
    }

    [Fact]
    public void Distance_BlackAndWhite_IsOneAndNoHue()
    {
        var (black, white) = (OkLab.Of(0, 0, 0), OkLab.Of(255, 255, 255));

        Assert.Equal(1, black.Distance(white), 0.001);
        Assert.Equal(0, black.HueDistance(white), 0.001);
    }

    [Fact]
    public void HueDistance_RedAndGreen_IsMostOfTheirDistance()
    {
        var (red, green) = (OkLab.Of(200, 30, 30), OkLab.Of(20, 125, 40));

        Assert.InRange(red.HueDistance(green), 0.95 * red.Distance(green), red.Distance(green));
    }
}
