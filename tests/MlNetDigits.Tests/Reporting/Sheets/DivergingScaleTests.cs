using MlNetDigits.Reporting;
using SkiaSharp;

namespace MlNetDigits.Tests.Reporting.Sheets;

public class DivergingScaleTests
{
    private readonly DivergingScale _scale = new(2);

    [Fact]
    public void ColorOf_Zero_IsANearlyWhiteGrey()
    {
        var color = _scale.ColorOf(0);

        Assert.InRange(color.Red, 240, 255);
        Assert.InRange(Math.Max(color.Red, Math.Max(color.Green, color.Blue)) - Math.Min(color.Red, Math.Min(color.Green, color.Blue)), 0, 2);
    }

    [Fact]
    public void ColorOf_FurtherFromZero_NeverLighterOnEitherSide()
    {
        double[] distances = [.. Enumerable.Range(0, 41).Select(i => i / 20.0)];
        foreach (var sign in (int[])[-1, 1])
        {
            double[] lightness = [.. distances.Select(distance => Lightness(_scale.ColorOf(sign * distance)))];
            Assert.All(lightness.Zip(lightness[1..]), pair => Assert.True(pair.Second <= pair.First + 0.5, $"{pair}"));
            Assert.True(lightness[^1] < lightness[0] - 40, $"{lightness[^1]}");
        }
    }

    [Fact]
    public void ColorOf_OppositeNumbers_EquallyDark()
        => Assert.All(
            Enumerable.Range(1, 20).Select(i => i / 10.0),
            value => Assert.InRange(Lightness(_scale.ColorOf(value)) - Lightness(_scale.ColorOf(-value)), -8, 8));

    [Fact]
    public void ColorOf_OppositeNumbers_DifferToPeopleWhoDoNotSeeRedOrGreen()
        // Without red-green vision, blue against the mean of red and green is what is left of a colour.
        => Assert.All(
            Enumerable.Range(2, 9).Select(i => i / 5.0),
            value => Assert.True(Yellowness(_scale.ColorOf(value)) > Yellowness(_scale.ColorOf(-value)) + 25, $"{value}"));

    [Theory]
    [InlineData(3, 2)]
    [InlineData(-1e30, -2)]
    [InlineData(double.PositiveInfinity, 2)]
    public void ColorOf_BeyondTheLimit_IsTheDarkest(double value, double limit)
        => Assert.Equal(_scale.ColorOf(limit), _scale.ColorOf(value));

    [Fact]
    public void ColorOf_NotANumber_IsGrey() => Assert.Equal(new SKColor(0x80, 0x80, 0x80), _scale.ColorOf(double.NaN));

    [Fact]
    public void For_Values_TheLimitIsTheLargestMagnitudeThatIsANumber()
    {
        Assert.Equal(3, DivergingScale.For([new float[] { 1, -3 }, new float[] { 2, float.NaN, float.PositiveInfinity }]).Limit);
        Assert.Equal(1, DivergingScale.For([new float[] { 0, 0 }]).Limit);
    }

    /// <summary>CIE L*, by its definition.</summary>
    private static double Lightness(SKColor color)
    {
        double Linear(byte value) => value / 255.0 <= 0.04045 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);
        var luminance = (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));
        return luminance > 0.008856 ? (116 * Math.Cbrt(luminance)) - 16 : 903.3 * luminance;
    }

    private static double Yellowness(SKColor color) => ((color.Red + color.Green) / 2.0) - color.Blue;
}
