using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// A colour as people see it, by Björn Ottosson's "A perceptual color space for image processing" (2020): equal distances
/// look about equally different.
/// </summary>
/// <param name="Lightness">0 is black, 1 is white.</param>
/// <param name="Red">Reddish; below 0 greenish.</param>
/// <param name="Yellow">Yellowish; below 0 bluish.</param>
internal readonly record struct OkLab(float Lightness, float Red, float Yellow)
{
    private static readonly ImmutableArray<float> Light = [.. Enumerable.Range(0, 256).Select(value => ToLight(value / 255.0))];

    /// <summary>Converts a colour of sRGB, as picture files have it.</summary>
    public static OkLab Of(byte red, byte green, byte blue)
    {
        var (r, g, b) = (Light[red], Light[green], Light[blue]);
        var l = MathF.Cbrt((0.4122214708f * r) + (0.5363325363f * g) + (0.0514459929f * b));
        var m = MathF.Cbrt((0.2119034982f * r) + (0.6806995451f * g) + (0.1073969566f * b));
        var s = MathF.Cbrt((0.0883024619f * r) + (0.2817188376f * g) + (0.6299787005f * b));
        return new(
            (0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s),
            (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s),
            (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s));
    }

    /// <summary>How far another colour is from this one.</summary>
    public float Distance(OkLab other)
    {
        var (lightness, hue) = (Lightness - other.Lightness, HueDistance(other));
        return MathF.Sqrt((lightness * lightness) + (hue * hue));
    }

    /// <summary>How far another colour is from this one, but for its lightness.</summary>
    public float HueDistance(OkLab other)
    {
        var (red, yellow) = (Red - other.Red, Yellow - other.Yellow);
        return MathF.Sqrt((red * red) + (yellow * yellow));
    }

    private static float ToLight(double value)
        => (float)(value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
}
