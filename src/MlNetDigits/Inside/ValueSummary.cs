namespace MlNetDigits;

/// <summary>A few numbers that describe many.</summary>
/// <param name="Count">How many.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation of all of them (divided by the count, not by one less).</param>
/// <param name="Norm">The square root of the sum of the squares.</param>
public sealed record ValueSummary(
    long Count, double Minimum, double Maximum, double Mean, double Deviation, double Norm)
{
    /// <summary>Describes values.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The numbers, computed in double precision.</returns>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ValueSummary Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is nothing to describe.", nameof(values));

        var (minimum, maximum, sum, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0.0);
        foreach (double value in values)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            sum += value;
            squares += value * value;
        }

        // A second pass: the difference of two large sums would lose what a small deviation consists of.
        var (mean, distances) = (sum / values.Length, 0.0);
        foreach (double value in values)
            distances += (value - mean) * (value - mean);
        return new ValueSummary(
            values.Length, minimum, maximum, mean, Math.Sqrt(distances / values.Length), Math.Sqrt(squares));
    }
}
