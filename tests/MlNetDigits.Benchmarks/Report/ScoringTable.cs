using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>The table of all scorers, each against ours with as many rows a call and as many threads.</summary>
internal static class ScoringTable
{
    private const string Header =
        "| Scorer | Rows a call | Threads | Microseconds a row | Times ours | Bytes allocated a row "
        + "| Furthest from Query | Runs on |\n|---|---:|---:|---:|---:|---:|---:|---|";

    private const string Notes =
        """

        Medians over the rounds, the least and the most in brackets. "Times ours" is how much longer a row takes than in the
        first line with as many rows a call and as many threads, which is ours, paired by round. All score the same 1,024
        test digits with the same weights, in memory and scaled; only PredictionEngine is given raw pixels, and scales
        them. Bytes are of managed memory. "Furthest from Query" is the largest difference of any score.
        """;

    public static string Render(IReadOnlyList<ScoringMeasurement[]> rounds)
        => string.Join('\n', [Header, .. RoundPairs.ByContender(rounds, Key, Ours).Select(Row), Notes]);

    private static (string Scorer, int Rows, int Threads) Key(ScoringMeasurement measurement)
        => (measurement.Scorer, measurement.Rows, measurement.Threads);

    /// <summary>compare.sh runs ours before the others.</summary>
    private static ScoringMeasurement Ours(ScoringMeasurement[] round, ScoringMeasurement theirs)
        => round.First(measurement => measurement.Rows == theirs.Rows && measurement.Threads == theirs.Threads);

    private static string Row((ScoringMeasurement Theirs, ScoringMeasurement Ours)[] pairs)
    {
        var first = pairs[0].Theirs;
        string[] cells =
        [
            first.Scorer,
            first.Rows.ToString("N0", CultureInfo.InvariantCulture),
            first.Threads.ToString(CultureInfo.InvariantCulture),
            Numbers.WithRange(pairs.Select(pair => pair.Theirs.Microseconds)),
            Numbers.Text(Numbers.Median(pairs.Select(pair => pair.Theirs.Microseconds / pair.Ours.Microseconds))),
            Numbers.Text(Numbers.Median(pairs.Select(pair => pair.Theirs.BytesAllocated))),
            pairs.Max(pair => pair.Theirs.Difference).ToString("0.0e+0", CultureInfo.InvariantCulture),
            Machine.RunsOn(first.Versions),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }
}
