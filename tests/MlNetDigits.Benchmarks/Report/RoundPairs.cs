namespace MlNetDigits.Benchmarks;

/// <summary>Puts what was measured in several rounds side by side with ours of the same round.</summary>
internal static class RoundPairs
{
    /// <summary>The pairs of each contender, in the order in which contenders first appear.</summary>
    /// <typeparam name="T">A measurement.</typeparam>
    /// <typeparam name="TKey">What tells contenders apart.</typeparam>
    /// <param name="rounds">The measurements of each round.</param>
    /// <param name="key">What tells a measurement's contender apart.</param>
    /// <param name="ours">Finds ours in a round, to compare a measurement with.</param>
    public static IEnumerable<(T Theirs, T Ours)[]> ByContender<T, TKey>(
        IReadOnlyList<T[]> rounds, Func<T, TKey> key, Func<T[], T, T> ours)
        where TKey : notnull
        => rounds
            .SelectMany(round => round.Select(theirs => (Theirs: theirs, Ours: ours(round, theirs))))
            .GroupBy(pair => key(pair.Theirs))
            .Select(pairs => pairs.ToArray());
}
