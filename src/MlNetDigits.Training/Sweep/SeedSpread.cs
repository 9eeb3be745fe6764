namespace MlNetDigits.Training;

/// <summary>What differs between trainings of which only the seed differs.</summary>
/// <param name="Seeds">How many there are, at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">
/// The sample standard deviation, with <c>n - 1</c> below the line; null for a single value, which has none.
/// </param>
/// <param name="Min">The least.</param>
/// <param name="Max">The largest.</param>
public sealed record SeedSpread(int Seeds, double Mean, double? StandardDeviation, double Min, double Max)
{
    /// <summary>The spread of some values.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <returns>The spread; it depends on the order of the values in its last places at most.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static SeedSpread Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        if (all.Length == 0)
            throw new ArgumentException("No values have no spread.", nameof(values));
        var mean = all.Average();
        double? deviation = all.Length == 1
            ? null
            : Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1));
        return new SeedSpread(all.Length, mean, deviation, all.Min(), all.Max());
    }
}
