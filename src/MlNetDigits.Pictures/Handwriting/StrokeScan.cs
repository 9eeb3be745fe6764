namespace MlNetDigits.Pictures;

/// <summary>
/// What is seen of the strokes before anything else is known: whether they are lighter than the paper, and how wide
/// they are.
/// </summary>
/// <param name="IsLightInk">Light strokes on dark paper.</param>
/// <param name="Width">The usual width of a stroke in pixels; at least 1.</param>
internal sealed record StrokeScan(bool IsLightInk, int Width)
{
    // What follows is measured along rows and columns as jumps relative to the brightness around, so shadows and
    // slow changes of light neither hide strokes nor make them.
    private const int FewestRuns = 3;

    // Strokes are narrower than what lies between them, or at least not wider by more than this factor; and on a sheet
    // of digits there are about as many strokes as there are gaps between them.
    private const double WidestStroke = 2.5;
    private const double LeastPaper = 0.4;

    /// <summary>Looks at a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="sensitivity">How faint the strokes may be; null for the usual.</param>
    /// <returns>The strokes; null if there are none, as on empty paper.</returns>
    public static StrokeScan? Of(GreyImage picture, InkSensitivity? sensitivity = null)
    {
        sensitivity ??= InkSensitivity.Usual;
        var least = Math.Max(sensitivity.Difference, (int)Math.Ceiling(sensitivity.Grain * PictureNoise.Of(picture)));
        for (var contrast = Range(picture) / 2; contrast >= sensitivity.Edge; contrast /= 2)
        {
            var tally = new RunTally(Math.Max(picture.Width, picture.Height));
            Scan(picture, new RunScanner(contrast, least), tally);
            if (tally.DarkFirst + tally.LightFirst >= FewestRuns)
                return Judge(tally);
        }

        return null;
    }

    /// <summary>
    /// The ink is what is met first from the edge of the picture; unless that is a light sheet on a dark table, or
    /// the other way round, whose parts between the strokes are wider than the strokes.
    /// </summary>
    private static StrokeScan Judge(RunTally tally)
    {
        var isLight = tally.LightFirst > tally.DarkFirst;
        var (ink, paper) = isLight ? (tally.LightRuns, tally.DarkRuns) : (tally.DarkRuns, tally.LightRuns);
        var isSheet = paper.Sum() >= Math.Max(FewestRuns, LeastPaper * ink.Sum())
            && Median(ink) >= WidestStroke * Median(paper);
        return isSheet ? new StrokeScan(!isLight, Median(paper)) : new StrokeScan(isLight, Median(ink));
    }

    private static void Scan(GreyImage picture, RunScanner scanner, RunTally tally)
    {
        var pixels = picture.Pixels.Span;
        for (var y = 0; y < picture.Height; y++)
            scanner.Scan(pixels.Slice(y * picture.Width, picture.Width), tally);

        var column = new byte[picture.Height];
        for (var x = 0; x < picture.Width; x++)
        {
            for (var y = 0; y < column.Length; y++)
                column[y] = pixels[(y * picture.Width) + x];
            scanner.Scan(column, tally);
        }
    }

    /// <summary>How much darker the darkest is than the lightest, in [0, 1]; single pixels do not count.</summary>
    private static double Range(GreyImage picture)
    {
        Span<int> histogram = stackalloc int[256];
        foreach (var pixel in picture.Pixels.Span)
            histogram[pixel]++;
        var few = Math.Min(4, picture.Pixels.Length / 16);
        var (low, high) = (0, 255);
        for (var seen = histogram[0]; seen <= few && low < 255; seen += histogram[low])
            low++;
        for (var seen = histogram[255]; seen <= few && high > 0; seen += histogram[high])
            high--;
        return high <= low ? 0 : 1 - ((double)low / high);
    }

    private static int Median(int[] runs)
    {
        var half = (runs.Sum() + 1) / 2;
        var length = 0;
        for (var seen = 0; seen < half; seen += runs[length])
            length++;
        return Math.Max(length, 1);
    }
}
