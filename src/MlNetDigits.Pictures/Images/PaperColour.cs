namespace MlNetDigits.Pictures;

/// <summary>
/// The colour of the paper all over a picture: as a surface of the second degree in column and row for each channel, so
/// that slow changes of light belong to the paper.
/// </summary>
internal sealed class PaperColour
{
    private const int Terms = 6;
    private const int Rounds = 8;

    // Of the pixels, the nearest to the paper so far; a thick digit covers less than the others.
    private const double Nearest = 0.6;

    private readonly double[][] _channels;

    private PaperColour(double[][] channels) => _channels = channels;

    /// <summary>The usual colour of the edge, the same everywhere.</summary>
    /// <param name="pixels">Some of the pixels, at least one of the edge.</param>
    public static PaperColour OfEdge(ReadOnlySpan<PlacedColour> pixels)
    {
        var edge = new List<PlacedColour>();
        foreach (var pixel in pixels)
        {
            if (pixel.IsEdge)
                edge.Add(pixel);
        }

        double[] Even(Func<PlacedColour, float> channel)
            => [edge.Select(channel).Order().ElementAt(edge.Count / 2), 0, 0, 0, 0, 0];
        return new PaperColour(
        [
            Even(pixel => pixel.Colour.Lightness), Even(pixel => pixel.Colour.Red), Even(pixel => pixel.Colour.Yellow),
            Even(pixel => pixel.Brightness),
        ]);
    }

    /// <summary>
    /// Fits the paper to most of the pixels, again and again to those that were nearest (least trimmed squares, by P.
    /// Rousseeuw): from the usual colour of the edge at first, so that ink does not count, however much there is.
    /// </summary>
    /// <param name="pixels">Some of the pixels.</param>
    public static PaperColour Fit(ReadOnlySpan<PlacedColour> pixels)
    {
        var paper = OfEdge(pixels);
        var distances = new float[pixels.Length];
        var kept = new PlacedColour[Math.Max(1, (int)(Nearest * pixels.Length))];
        for (var round = 0; round < Rounds; round++)
        {
            var all = pixels.ToArray();
            for (var i = 0; i < all.Length; i++)
                distances[i] = all[i].Colour.Distance(paper.At(all[i].X, all[i].Y).Colour);
            Array.Sort(distances, all);
            all.AsSpan(0, kept.Length).CopyTo(kept);

            // Of a few pixels, or as long as the colour is not settled, no more than the mean.
            paper = LeastSquares(kept, round < 2 || kept.Length < 10 * Terms ? 1 : Terms);
        }

        return paper;
    }

    /// <summary>The paper at a place.</summary>
    /// <param name="x">From -1 at the left to 1.</param>
    /// <param name="y">From -1 at the top to 1.</param>
    /// <returns>Its colour and its brightness, 0 to 255.</returns>
    public (OkLab Colour, float Brightness) At(float x, float y)
    {
        Span<double> terms = stackalloc double[Terms];
        Fill(terms, x, y);
        Span<float> values = stackalloc float[_channels.Length];
        for (var channel = 0; channel < values.Length; channel++)
        {
            var sum = 0.0;
            for (var term = 0; term < Terms; term++)
                sum += _channels[channel][term] * terms[term];
            values[channel] = (float)sum;
        }

        return (new OkLab(values[0], values[1], values[2]), values[3]);
    }

    private static void Fill(Span<double> terms, double x, double y)
        => (terms[0], terms[1], terms[2], terms[3], terms[4], terms[5]) = (1, x, y, x * x, x * y, y * y);

    private static PaperColour LeastSquares(ReadOnlySpan<PlacedColour> pixels, int count)
    {
        var (matrix, sides) = (new double[count, count], new double[4, count]);
        Span<double> terms = stackalloc double[Terms];
        foreach (var pixel in pixels)
        {
            Fill(terms, pixel.X, pixel.Y);
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                    matrix[i, j] += terms[i] * terms[j];
                sides[0, i] += terms[i] * pixel.Colour.Lightness;
                sides[1, i] += terms[i] * pixel.Colour.Red;
                sides[2, i] += terms[i] * pixel.Colour.Yellow;
                sides[3, i] += terms[i] * pixel.Brightness;
            }
        }

        // What no pixel tells, as the change from row to row in a picture of one row, is 0.
        for (var i = 0; i < count; i++)
            matrix[i, i] += 1e-6 * pixels.Length;
        Eliminate(matrix, sides);
        return new PaperColour(
            [.. Enumerable.Range(0, 4).Select(channel
                => Enumerable.Range(0, Terms).Select(term => term < count ? sides[channel, term] : 0).ToArray())]);
    }

    /// <summary>Gauss and Jordan, without pivots: the matrix is symmetric and positive definite.</summary>
    private static void Eliminate(double[,] matrix, double[,] sides)
    {
        var (count, channels) = (matrix.GetLength(0), sides.GetLength(0));
        for (var pivot = 0; pivot < count; pivot++)
        {
            for (var row = 0; row < count; row++)
            {
                if (row == pivot)
                    continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < count; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                for (var channel = 0; channel < channels; channel++)
                    sides[channel, row] -= factor * sides[channel, pivot];
            }
        }

        for (var row = 0; row < count; row++)
        {
            for (var channel = 0; channel < channels; channel++)
                sides[channel, row] /= matrix[row, row];
        }
    }
}

/// <summary>A pixel's colour and where it is.</summary>
/// <param name="X">From -1 at the left to 1.</param>
/// <param name="Y">From -1 at the top to 1.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Brightness">Its brightness, 0 to 255.</param>
/// <param name="IsEdge">Whether it is of the outermost that were taken.</param>
internal readonly record struct PlacedColour(float X, float Y, OkLab Colour, float Brightness, bool IsEdge);
