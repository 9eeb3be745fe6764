namespace MlNetDigits.Pictures;

/// <summary>
/// How far each pixel is from the nearest one of a set, straight (Euclidean). By the lower envelope of parabolas, rows
/// after columns, as P. Felzenszwalb and D. Huttenlocher describe it in "Distance Transforms of Sampled Functions"
/// (2012).
/// </summary>
internal static class DistanceTransform
{
    private const float Far = 1e12f;

    /// <summary>The distances in pixels between the middles of pixels; 0 in the set.</summary>
    /// <param name="isInSet">The set, row by row.</param>
    /// <param name="width">The columns.</param>
    public static float[] Distances(ReadOnlySpan<bool> isInSet, int width)
    {
        var height = isInSet.Length / width;
        var squares = new float[isInSet.Length];
        for (var i = 0; i < squares.Length; i++)
            squares[i] = isInSet[i] ? 0 : Far;

        for (var x = 0; x < width; x++)
            Line(squares, x, width, height);
        for (var y = 0; y < height; y++)
            Line(squares, y * width, 1, width);
        return Array.ConvertAll(squares, MathF.Sqrt);
    }

    private static void Line(float[] squares, int first, int step, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = squares[first + (i * step)];

        // The parabolas of the envelope and from where on each is the lowest.
        var roots = new int[count];
        var from = new double[count + 1];
        var last = 0;
        (from[0], from[1]) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 1; i < count; i++)
        {
            var crossing = Crossing(values, roots[last], i);
            while (crossing <= from[last])
                crossing = Crossing(values, roots[--last], i);
            roots[++last] = i;
            (from[last], from[last + 1]) = (crossing, double.PositiveInfinity);
        }

        for (int i = 0, parabola = 0; i < count; i++)
        {
            while (from[parabola + 1] < i)
                parabola++;
            var apart = i - roots[parabola];
            squares[first + (i * step)] = (float)(((double)apart * apart) + values[roots[parabola]]);
        }
    }

    private static double Crossing(double[] values, int a, int b)
        => (values[b] + ((double)b * b) - values[a] - ((double)a * a)) / (2.0 * (b - a));
}
