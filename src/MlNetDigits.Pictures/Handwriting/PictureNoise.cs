namespace MlNetDigits.Pictures;

/// <summary>How grainy a picture is.</summary>
internal static class PictureNoise
{
    /// <summary>
    /// The standard deviation of the grain in grey levels, from the median difference of neighbours: strokes and
    /// shadows, which are few beside the paper, do not count.
    /// </summary>
    public static double Of(GreyImage picture)
    {
        Span<int> histogram = stackalloc int[256];
        var pixels = picture.Pixels.Span;
        var count = 0;
        for (var y = 0; y < picture.Height; y++)
        {
            var row = pixels.Slice(y * picture.Width, picture.Width);
            for (var x = 1; x < row.Length; x++)
                histogram[Math.Abs(row[x] - row[x - 1])]++;
            count += row.Length - 1;
        }

        if (count == 0)
            return 0;

        // The median, between whole numbers: half of the differences of a value count as smaller than it. The
        // difference of two grains has the deviation of one times the root of 2, its median is 0.6745 of that.
        var (level, below) = (0, 0);
        while (below + histogram[level] < (count + 1) / 2)
            below += histogram[level++];
        var median = level == 0 ? 0 : level - 0.5 + (((count / 2.0) - below) / histogram[level]);
        return median / (0.6745 * Math.Sqrt(2));
    }
}
