namespace MlNetDigits.Pictures;

/// <summary>
/// How far each pixel of a digit is from the edge of the ink: below 0 in the ink, above 0 on the paper.
/// </summary>
internal sealed record SignedDistance
{
    private readonly float[] _distances;
    private readonly int _width;

    private SignedDistance(float[] distances, int width) => (_distances, _width) = (distances, width);

    /// <summary>The mean over the ink of the distance to its edge, in pixels; 0 if there is no ink.</summary>
    public double MeanDepth
    {
        get
        {
            var depths = _distances.Where(distance => distance < 0).ToArray();
            return depths.Length == 0 ? 0 : -depths.Average(depth => (double)depth);
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="coverage">How much of each pixel is ink; from half on it counts as ink.</param>
    /// <param name="margin">How many pixels of paper to put around.</param>
    public static SignedDistance Of(GreyImage coverage, int margin = 1)
    {
        var width = coverage.Width + (2 * margin);
        var ink = new bool[width * (coverage.Height + (2 * margin))];
        for (var i = 0; i < coverage.Pixels.Length; i++)
        {
            var (x, y) = (i % coverage.Width, i / coverage.Width);
            ink[((y + margin) * width) + x + margin] = coverage.Pixels.Span[i] >= 128;
        }

        // Distances run between the middles of pixels; the edge lies half-way between ink and paper.
        var toInk = DistanceTransform.Distances(ink, width);
        var toPaper = DistanceTransform.Distances(Array.ConvertAll(ink, isInk => !isInk), width);
        return new([.. ink.Select((isInk, i) => isInk ? 0.5f - toPaper[i] : toInk[i] - 0.5f)], width);
    }

    /// <summary>The ink with its edge moved outwards (or inwards, below 0), cut out to its box.</summary>
    public GreyImage Shape(double growth) => InkCoverage.Trim(new GreyImage(
        _width,
        _distances.Length / _width,
        Array.ConvertAll(_distances, distance => (byte)(255 * Math.Clamp(growth + 0.5 - distance, 0, 1)))));
}
