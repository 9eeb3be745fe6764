namespace MlNetDigits.Pictures;

/// <summary>How bright the paper would be under the ink.</summary>
internal static class PaperBrightness
{
    // In widths of a stroke. Dark parts that no square of this side fits into are ink and are filled up; what is
    // larger is shadow and stays.
    private const int Reach = 2;

    /// <summary>
    /// The morphological closing of the picture, by a square of about five strokes' width: each pixel gets the least
    /// brightness that its surroundings have as a maximum. Slow changes of light and the edges of shadows are kept.
    /// </summary>
    /// <param name="picture">Dark ink on lighter paper.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    /// <returns>A picture of the same size.</returns>
    public static GreyImage Estimate(GreyImage picture, int strokeWidth)
    {
        // As small as the strokes allow: the mean of many pixels is free of noise, of which a maximum would take the
        // brightest grain.
        var small = WorkingSize.Shrink(picture, strokeWidth);
        var closed = Sliding.Min(Sliding.Max(small, Reach), Reach);
        var smooth = Sliding.Mean(closed, 1);
        return smooth.Resize(small.Width * strokeWidth, small.Height * strokeWidth)
            .Crop(0, 0, picture.Width, picture.Height);
    }
}
