using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>The ten digits in one line, printed in fonts of Debian's packages; only the pictures are kept.</summary>
internal static class FontLines
{
    // The first two are print, the others imitate hands.
    private static readonly (string Kind, string File)[] Fonts =
    [
        ("font-dejavu-sans", "truetype/dejavu/DejaVuSans.ttf"),
        ("font-dejavu-serif-bold", "truetype/dejavu/DejaVuSerif-Bold.ttf"),
        ("font-breip", "truetype/breip/Breip.ttf"),
        ("font-dkg", "truetype/fifthhorseman/dkg.ttf"),
        ("font-humor-sans", "truetype/humor-sans/Humor-Sans.ttf"),
        ("font-femkeklaver", "truetype/femkeklaver/femkeklaver.ttf"),
        ("font-kristi", "truetype/kristi/Kristi.ttf"),
        ("font-comic-neue", "opentype/comic-neue/ComicNeue-Regular.otf"),
        ("font-ecolier", "truetype/ecolier-court/Ecolier-court.ttf"),
        ("font-dancing-script", "opentype/dancingscript/DancingScript-Regular.otf"),
    ];

    private const int Cell = 90;
    private const int Tall = 70;

    /// <summary>A picture a font.</summary>
    /// <param name="folder">Where the fonts are installed.</param>
    /// <exception cref="FileNotFoundException">A font is not there.</exception>
    public static IEnumerable<DrawnPicture> All(string folder) => Fonts.Select(font =>
    {
        var file = Path.Combine(folder, font.File);
        if (!File.Exists(file))
            throw new FileNotFoundException($"{file} is not there; see the README of the pictures for the packages.");

        using var typeface = SKTypeface.FromFile(file);
        var size = Size(typeface);
        var digits = Enumerable.Range(0, 10).Select(digit => new DrawnDigit(digit, 0, Glyph(typeface, size, digit)));
        return new DrawnPicture(font.Kind, new PaperScene((10 * Cell) + 20, 130, [.. digits])
        {
            Paper = new SKColor(250, 250, 250),
            Ink = new SKColor(25, 25, 25),
        });
    });

    /// <summary>The size at which the line is 70 pixels high.</summary>
    private static float Size(SKTypeface typeface)
    {
        using var font = new SKFont(typeface, 100);
        using var all = font.GetTextPath("0123456789");
        return 100 * Tall / all.TightBounds.Height;
    }

    /// <summary>A digit in its cell of the line.</summary>
    private static SKPath Glyph(SKTypeface typeface, float size, int digit)
    {
        using var font = new SKFont(typeface, size);
        using var all = font.GetTextPath("0123456789");
        var path = font.GetTextPath($"{digit}");
        path.Transform(SKMatrix.CreateTranslation(
            10 + (digit * Cell) + (Cell / 2) - path.TightBounds.MidX, 65 - all.TightBounds.MidY));
        return path;
    }
}
