namespace MlNetDigits.Benchmarks;

/// <summary>Random numbers that are the same in every run and on every machine.</summary>
internal static class Moods
{
    /// <summary>The numbers for one picture.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="number">Its number among them.</param>
    public static Random Of(string kind, int number)
        => new(kind.Aggregate(number + 1, (seed, letter) => unchecked((seed * 31) + letter)));
}
