namespace MlNetDigits.Pictures;

/// <summary>Cuts one digit out of the ink of a picture.</summary>
internal static class InkCoverage
{
    // Of the darkness of this digit's ink: up to the first a pixel is all paper, from the second on all ink, and
    // between them the edge of a stroke runs through it.
    private const double Paper = 0.2;
    private const double Full = 0.8;

    // Pixels that are covered less do not count for the size of a digit.
    private const int Faintest = 64;

    /// <summary>
    /// How much of each pixel the digit's strokes cover, 0 to 255, in a box of its own. The ink of neighbours is not
    /// in it.
    /// </summary>
    public static GreyImage Of(InkPlane plane, BlobGroup digit)
    {
        // With one pixel more on each side: there the edges are.
        var (left, top) = (digit.Box.Left - 1, digit.Box.Top - 1);
        var (width, height) = (digit.Box.Width + 2, digit.Box.Height + 2);
        var coverage = new byte[width * height];
        var scale = Scale(Darkness(plane, digit.Runs));
        foreach (var run in digit.Runs)
        {
            var (start, end) = (Math.Max(run.Start - 1, 0), Math.Min(run.End + 1, plane.Ink.Width));
            for (var y = Math.Max(run.Row - 1, 0); y <= Math.Min(run.Row + 1, plane.Ink.Height - 1); y++)
            {
                var ink = plane.Ink.Pixels.Span.Slice((y * plane.Ink.Width) + start, end - start);
                var covered = coverage.AsSpan(((y - top) * width) + start - left);
                for (var x = 0; x < ink.Length; x++)
                    covered[x] = scale[ink[x]];
            }
        }

        return Trim(new GreyImage(width, height, coverage));
    }

    /// <summary>Cuts away the rows and columns around a digit that hold next to nothing of it.</summary>
    public static GreyImage Trim(GreyImage coverage)
    {
        var (left, top, right, bottom) = (coverage.Width, coverage.Height, 0, 0);
        for (var y = 0; y < coverage.Height; y++)
        {
            var row = coverage.Pixels.Span.Slice(y * coverage.Width, coverage.Width);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] < Faintest)
                    continue;
                (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
            }
        }

        return right <= left ? coverage : coverage.Crop(left, top, right - left, bottom - top);
    }

    /// <summary>How dark ink is: four fifths of its pixels are lighter, as many lie on an edge.</summary>
    public static int Darkness(InkPlane plane, IEnumerable<InkRun> ink)
    {
        Span<int> histogram = stackalloc int[256];
        var count = 0;
        foreach (var run in ink)
        {
            var first = (run.Row * plane.Ink.Width) + run.Start;
            foreach (var value in plane.Ink.Pixels.Span.Slice(first, run.Length))
                histogram[value]++;
            count += run.Length;
        }

        var darkness = 0;
        for (var seen = histogram[0]; seen < count * 0.8; seen += histogram[darkness])
            darkness++;
        return darkness;
    }

    private static byte[] Scale(int darkness) =>
    [
        .. Enumerable.Range(0, 256).Select(
            value => (byte)Math.Round(255 * Math.Clamp((((double)value / darkness) - Paper) / (Full - Paper), 0, 1))),
    ];
}
