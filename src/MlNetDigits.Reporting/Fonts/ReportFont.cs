using System.Globalization;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace MlNetDigits.Reporting;

/// <summary>
/// The letters of all pictures, taken from this assembly: a bare machine has no fonts, and a picture should look the
/// same on every machine. They are Latin, Greek and Cyrillic.
/// </summary>
internal static class ReportFont
{
    /// <summary>The name of the family.</summary>
    public const string Name = "DejaVu Sans";

    // In place of a letter that there is none for: left out, it would make another name of a name.
    private const string Missing = "\u25A1";

    // Read once, never disposed: pictures are drawn until the process ends.
    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    // ScottPlot looks fonts up by name in a list of its own, which must not change while another thread draws.
    static ReportFont() => ScottPlot.Fonts.FontResolvers.Insert(0, new Resolver());

    /// <summary>The letters for drawing with SkiaSharp.</summary>
    /// <param name="size">The height of a line's letters, in pixels.</param>
    /// <param name="bold">Whether they are bold.</param>
    /// <returns>A font that the caller disposes of.</returns>
    public static SKFont Create(float size, bool bold = false) => new(bold ? Bold : Regular, size);

    /// <summary>
    /// The letters of a text that can be drawn, with a box in place of each of the others, such as a Chinese one or an
    /// emoji.
    /// </summary>
    public static IEnumerable<string> Letters(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            var letter = elements.GetTextElement();
            yield return letter.EnumerateRunes().All(CanDraw) ? letter : Missing;
        }
    }

    /// <summary>Makes a plot draw with these letters.</summary>
    public static void Use(Plot plot) => plot.Font.Set(Name);

    private static bool CanDraw(Rune rune) => rune != Rune.ReplacementChar && Regular.ContainsGlyph(rune.Value);

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
