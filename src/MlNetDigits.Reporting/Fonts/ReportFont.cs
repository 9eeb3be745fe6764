using ScottPlot;
using SkiaSharp;

namespace MlNetDigits.Reporting;

/// <summary>
/// The letters of all pictures, taken from this assembly: a bare machine has no fonts, and a picture should look the
/// same on every machine.
/// </summary>
internal static class ReportFont
{
    /// <summary>The name of the family.</summary>
    public const string Name = "DejaVu Sans";

    // Read once, never disposed: pictures are drawn until the process ends.
    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    /// <summary>The letters for drawing with SkiaSharp.</summary>
    /// <param name="size">The height of a line's letters, in pixels.</param>
    /// <param name="bold">Whether they are bold.</param>
    /// <returns>A font that the caller disposes of.</returns>
    public static SKFont Create(float size, bool bold = false) => new(bold ? Bold : Regular, size);

    /// <summary>Makes a plot draw with these letters.</summary>
    public static void Use(Plot plot)
    {
        // ScottPlot looks fonts up by name in a list of its own. A second entry after a race finds the same letters.
        if (!ScottPlot.Fonts.FontResolvers.OfType<Resolver>().Any())
            ScottPlot.Fonts.FontResolvers.Insert(0, new Resolver());
        plot.Font.Set(Name);
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(ReportFont).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(stream);
    }

    private sealed class Resolver : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic)
            => fontName == Name ? bold ? Bold : Regular : null;

        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing)
            => CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);
    }
}
