namespace MlNetDigits.Pictures;

/// <summary>How much ink lies on each pixel: 0 is bare paper, 255 swallows all light.</summary>
/// <param name="Ink">The ink, as large as the picture.</param>
/// <param name="Threshold">Pixels of at least this value belong to strokes.</param>
/// <param name="StrokeWidth">The usual width of a stroke in pixels.</param>
internal sealed record InkPlane(GreyImage Ink, byte Threshold, int StrokeWidth)
{
    /// <summary>The ink with a notebook's lines still in it: of lines that are nearly as dark as ink, a part is removed.
    /// </summary>
    public GreyImage Ruled { get; init; } = Ink;

    /// <summary>How faint the ink was looked for.</summary>
    public InkSensitivity Sensitivity { get; init; } = InkSensitivity.Usual;

    /// <summary>Tells ink from paper.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="sensitivity">How faint the ink may be; null for the usual.</param>
    /// <returns>The ink; null if there is none.</returns>
    public static InkPlane? Of(GreyImage picture, InkSensitivity? sensitivity = null)
    {
        sensitivity ??= InkSensitivity.Usual;
        return StrokeScan.Of(picture, sensitivity) is { } strokes ? Of(picture, strokes, sensitivity) : null;
    }

    /// <summary>Tells ink from paper where the strokes are known.</summary>
    public static InkPlane? Of(GreyImage picture, StrokeScan strokes, InkSensitivity sensitivity)
    {
        var darkInk = strokes.IsLightInk ? picture.Invert() : picture;
        var ink = Darkness(darkInk, PaperBrightness.Estimate(darkInk, strokes.Width));
        if (InkThreshold.Darkness(ink, sensitivity) is not { } darkness)
            return null;

        var unruled = RuledLines.Remove(ink, darkness, strokes.Width);
        return InkThreshold.Of(unruled, strokes.Width, sensitivity) is { } threshold
            ? new InkPlane(unruled, threshold, strokes.Width) { Ruled = ink, Sensitivity = sensitivity }
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
