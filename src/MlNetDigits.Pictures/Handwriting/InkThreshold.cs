namespace MlNetDigits.Pictures;

/// <summary>From which value on a pixel is ink.</summary>
internal static class InkThreshold
{
    // Of the usual darkness. A line that is hardly a pixel wide may be spread over two.
    private const double Edge = 0.5;
    private const double EdgeOfHairline = 0.35;

    /// <summary>Half of the usual darkness of ink: there the edge of a stroke is.</summary>
    /// <param name="ink">The missing share of the paper's light, 0 to 255.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    /// <param name="sensitivity">How faint the ink may be; null for the usual.</param>
    /// <returns>The threshold; null if all is paper.</returns>
    public static byte? Of(GreyImage ink, int strokeWidth, InkSensitivity? sensitivity = null)
        => Darkness(ink, sensitivity) is { } darkness
            ? (byte)Math.Max(Floor(ink, sensitivity ?? InkSensitivity.Usual), darkness * (strokeWidth > 1 ? Edge : EdgeOfHairline))
            : null;

    /// <summary>
    /// The usual darkness of ink. The usual darkness is the mean of the darker class of those two that Otsu's
    /// method makes of everything that is not plainly paper; the fainter one is edges, a notebook's lines and dirt.
    /// </summary>
    /// <param name="ink">The missing share of the paper's light, 0 to 255.</param>
    /// <param name="sensitivity">How faint the ink may be; null for the usual.</param>
    /// <returns>The darkness, 0 to 255; null if all is paper.</returns>
    public static int? Darkness(GreyImage ink, InkSensitivity? sensitivity = null)
    {
        sensitivity ??= InkSensitivity.Usual;
        var floor = Floor(ink, sensitivity);
        var histogram = new long[256];
        foreach (var value in ink.Pixels.Span)
            histogram[value]++;
        if (floor > 255 || histogram.AsSpan(floor).IndexOfAnyExcept(0) < 0)
            return null;

        var darkness = Mean(histogram, Otsu(histogram, floor));
        return darkness >= Math.Max(sensitivity.UsualInk, sensitivity.UsualInkOfGrain * PictureNoise.Of(ink)) ? darkness : null;
    }

    private static int Floor(GreyImage ink, InkSensitivity sensitivity)
        => Math.Max(sensitivity.Ink, (int)Math.Ceiling(5 * PictureNoise.Of(ink)));

    /// <summary>The first value of the upper class: the variance between the two classes is the largest.</summary>
    private static int Otsu(long[] histogram, int floor)
    {
        var (count, sum) = (0.0, 0.0);
        for (var value = floor; value < 256; value++)
            (count, sum) = (count + histogram[value], sum + (histogram[value] * (double)value));

        var (best, bestSplit, lowCount, lowSum) = (0.0, floor, 0.0, 0.0);
        for (var value = floor; value < 255; value++)
        {
            lowCount += histogram[value];
            lowSum += histogram[value] * (double)value;
            if (lowCount == 0 || lowCount == count)
                continue;
            var apart = (lowSum / lowCount) - ((sum - lowSum) / (count - lowCount));
            if (lowCount * (count - lowCount) * apart * apart is var between && between > best)
                (best, bestSplit) = (between, value + 1);
        }

        return bestSplit;
    }

    private static int Mean(long[] histogram, int first)
    {
        var (count, sum) = (0L, 0L);
        for (var value = first; value < 256; value++)
            (count, sum) = (count + histogram[value], sum + (histogram[value] * value));
        return (int)(sum / count);
    }
}
