using SkiaSharp;

namespace MlNetDigits.Reporting;

/// <summary>
/// Colours for numbers on both sides of zero: blue below, red above, and equally dark where they are equally far from
/// it, so that it can also be read by the colour-blind and in grey.
/// </summary>
/// <param name="Limit">Where the darkest colours are reached, above 0; numbers further out have them too.</param>
internal sealed record DivergingScale(double Limit)
{
    // So few that a sheet's colours, its letters' greys included, fit into a palette.
    private const int Steps = 24;

    private const double PalestLightness = 0.975;
    private const double DarkestLightness = 0.36;
    private const double MostChroma = 0.155;
    private const double Blue = 253;
    private const double Red = 33;

    private static readonly SKColor NotANumber = new(0x80, 0x80, 0x80);

    /// <summary>The scale that just holds all values.</summary>
    public static DivergingScale For(IEnumerable<ReadOnlyMemory<float>> values)
    {
        var largest = 0f;
        foreach (var part in values)
        {
            foreach (var value in part.Span)
                largest = float.IsFinite(value) ? Math.Max(largest, Math.Abs(value)) : largest;
        }

        return new DivergingScale(largest > 0 ? largest : 1);
    }

    /// <summary>The colour of a number.</summary>
    public SKColor ColorOf(double value)
    {
        if (double.IsNaN(value))
            return NotANumber;

        var distance = Math.Round(Math.Min(Math.Abs(value) / Limit, 1) * Steps) / Steps;
        var lightness = PalestLightness - ((PalestLightness - DarkestLightness) * distance);

        var chroma = MostChroma * distance;
        return OkLab(lightness, chroma, (value < 0 ? Blue : Red) * Math.PI / 180);
    }

    /// <summary>From lightness, chroma and hue to a screen's colour: https://bottosson.github.io/posts/oklab/</summary>
    private static SKColor OkLab(double lightness, double chroma, double hue)
    {
        var (a, b) = (chroma * Math.Cos(hue), chroma * Math.Sin(hue));
        var l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return new SKColor(
            Gamma((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Gamma((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Gamma((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    private static double Cube(double value) => value * value * value;

    private static byte Gamma(double light)
    {
        var value = light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
    }
}
