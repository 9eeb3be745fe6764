namespace MlNetDigits.Pictures;

/// <summary>How much ink lies on each pixel: 0 is bare paper, 255 swallows all light.</summary>
/// <param name="Ink">The ink, as large as the picture.</param>
/// <param name="Threshold">Pixels of at least this value belong to strokes.</param>
/// <param name="StrokeWidth">The usual width of a stroke in pixels.</param>
internal sealed record InkPlane(GreyImage Ink, byte Threshold, int StrokeWidth)
{
    /// <summary>Tells ink from paper.</summary>
    /// <returns>The ink; null if there is none.</returns>
    public static InkPlane? Of(GreyImage picture)
    {
        if (StrokeScan.Of(picture) is not { } strokes)
            return null;

        var darkInk = strokes.IsLightInk ? picture.Invert() : picture;
        var ink = Darkness(darkInk, PaperBrightness.Estimate(darkInk, strokes.Width));
        if (InkThreshold.Darkness(ink) is not { } darkness)
            return null;

        var unruled = RuledLines.Remove(ink, darkness, strokes.Width);
        return InkThreshold.Of(unruled, strokes.Width) is { } threshold
            ? new InkPlane(unruled, threshold, strokes.Width)
            : null;
    }

    /// <summary>
    /// The share of the paper's light that is missing: how bright the light is, here and there, is divided out.
    /// </summary>
    private static GreyImage Darkness(GreyImage picture, GreyImage paper)
    {
        var pixels = picture.Pixels.Span;
        var white = paper.Pixels.Span;
        var ink = new byte[pixels.Length];
        for (var i = 0; i < ink.Length; i++)
            ink[i] = (byte)(Math.Max(white[i] - pixels[i], 0) * 255 / Math.Max(white[i], (byte)1));
        return new GreyImage(picture.Width, picture.Height, ink);
    }
}
