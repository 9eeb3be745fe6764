using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>How many values fall into each of some neighbouring ranges.</summary>
/// <param name="Edges">The edges, rising; one more than there are ranges.</param>
/// <param name="Counts">How many values are in <c>[Edges[i], Edges[i + 1])</c>; the last range has its upper edge too.
/// </param>
public sealed record ValueHistogram(ImmutableArray<double> Edges, ImmutableArray<long> Counts)
{
    /// <summary>How many values there are in all.</summary>
    public long Total => Counts.Sum();

    /// <summary>Counts values in ranges of equal width whose edges are round numbers: multiples of 1, 2 or 5 times a
    /// power of ten.</summary>
    /// <param name="values">The values, finite; at least one.</param>
    /// <param name="mostBins">The most ranges to make, at least 2; there may be fewer.</param>
    /// <returns>The counts; values that are all equal make one range around them.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A range is too few.</exception>
    public static ValueHistogram Of(ReadOnlySpan<float> values, int mostBins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBins, 2);
        if (values.IsEmpty)
            throw new ArgumentException("There is nothing to count.", nameof(values));

        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return Of(values, low < high ? RoundEdges(low, high, mostBins) : EdgesAround(low));
    }

    /// <summary>Counts values in given ranges.</summary>
    /// <param name="values">The values; those outside all ranges are not counted.</param>
    /// <param name="edges">The edges, rising; at least two.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">The edges do not rise.</exception>
    public static ValueHistogram Of(ReadOnlySpan<float> values, ImmutableArray<double> edges)
    {
        if (edges.Length < 2 || !edges.Zip(edges.Skip(1), (lower, upper) => lower < upper).All(rises => rises))
            throw new ArgumentException("A histogram needs two edges or more, each above the one before.", nameof(edges));

        var counts = new long[edges.Length - 1];
        foreach (var value in values)
        {
            if (BinOf(edges, value) is var bin and >= 0)
                counts[bin]++;
        }

        return new ValueHistogram(edges, [.. counts]);
    }

    /// <summary>The edges of ranges of equal width.</summary>
    /// <param name="low">The first edge.</param>
    /// <param name="high">The last edge, above <paramref name="low"/>.</param>
    /// <param name="bins">The number of ranges, at least 1.</param>
    /// <returns>One edge more than ranges.</returns>
    public static ImmutableArray<double> EvenEdges(double low, double high, int bins)
        => [.. Enumerable.Range(0, bins + 1).Select(i => i == bins ? high : low + ((high - low) * i / bins))];

    /// <summary>The range that a value falls into; -1 if none.</summary>
    internal static int BinOf(ImmutableArray<double> edges, double value)
    {
        if (!(value >= edges[0] && value <= edges[^1]))
            return -1;
        var at = edges.BinarySearch(value);
        return Math.Min(at >= 0 ? at : ~at - 1, edges.Length - 2);
    }

    private static ImmutableArray<double> EdgesAround(double value)
    {
        var reach = Math.Max(0.5, Math.Abs(value) / 2);
        return [value - reach, value + reach];
    }

    private static ImmutableArray<double> RoundEdges(double low, double high, int mostBins)
    {
        for (var exponent = (int)Math.Floor(Math.Log10((high - low) / mostBins)); ; exponent++)
        {
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var step = digit * Math.Pow(10, exponent);
                var (first, last) = (Math.Floor(low / step) * digit, Math.Ceiling(high / step) * digit);

                // The division may have rounded to a whole number that leaves a value just outside.
                if (Decimal(first, exponent) > low)
                    first -= digit;
                if (Decimal(last, exponent) < high)
                    last += digit;
                if ((last - first) / digit is var bins && bins <= mostBins)
                    return [.. Enumerable.Range(0, (int)bins + 1).Select(i => Decimal(first + (i * digit), exponent))];
            }
        }
    }

    // Divided by a power of ten, a decimal fraction is the nearest double to it: 0.3 and not 0.30000000000000004.
    private static double Decimal(double digits, int exponent)
        => exponent < 0 ? digits / Math.Pow(10, -exponent) : digits * Math.Pow(10, exponent);
}
