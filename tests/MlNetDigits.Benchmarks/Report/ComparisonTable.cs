using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>The table of all contenders, each against the first of the round.</summary>
internal static class ComparisonTable
{
    private const string Header =
        "| Contender | Batch size | Threads | Records x epochs | Training, seconds | Microseconds a record | Times ours "
        + "| Test accuracy | Peak memory, MB | Runs on |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---|";

    private const string Notes =
        """

        Medians over the rounds, the least and the most in brackets. "Times ours" is how much longer the contender takes
        than the first line of its batch size, which is ours: for a record, paired by round. ML.NET's own trainers
        (epochs: own) decide for themselves when they are done, so theirs compares whole trainings with the first line
        of all, in seconds. The times are of training alone: without starting, reading data (except where the contender
        is one that parses it every epoch, and for LightGbm, which reads its data as part of training) and testing.
        Accuracy is given where all 60,000 training records were seen; with larger batches and the same rate, an epoch
        teaches less. On grainy paper no feature has a common value, so that ours has nothing to leave out: what it
        costs on data like that. Peak memory is of the whole process when training was done.
        """;

    public static string Render(IReadOnlyList<Measurement[]> rounds)
        => string.Join('\n', [Header, .. RoundPairs.ByContender(rounds, Key, Ours).Select(Row), Notes]);

    private static (string Contender, int? BatchSize, int Threads) Key(Measurement measurement)
        => (measurement.Contender, measurement.BatchSize, measurement.Threads);

    /// <summary>compare.sh runs ours before the others.</summary>
    private static Measurement Ours(Measurement[] round, Measurement theirs)
        => round.FirstOrDefault(measurement => measurement.BatchSize == theirs.BatchSize && theirs.Epochs is not null)
            ?? round[0];

    private static string Row((Measurement Theirs, Measurement Ours)[] pairs)
    {
        var first = pairs[0].Theirs;
        string[] cells =
        [
            first.Contender,
            first.BatchSize?.ToString(CultureInfo.InvariantCulture) ?? "own",
            first.Threads.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{first.Records:N0} x {first.Epochs?.ToString() ?? "own"}"),
            Numbers.Text(Numbers.Median(pairs.Select(pair => pair.Theirs.Seconds))),
            first.Epochs is null ? "" : Numbers.WithRange(pairs.Select(pair => pair.Theirs.MicrosecondsPerRecord)),
            Numbers.Text(Numbers.Median(pairs.Select(Ratio))),
            first.IsFull ? Percent(Numbers.Median(pairs.Select(pair => pair.Theirs.TestAccuracy))) : "",
            Numbers.Text(Numbers.Median(pairs.Select(pair => pair.Theirs.PeakMemoryMB))),
            Machine.RunsOn(first.Versions),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static double Ratio((Measurement Theirs, Measurement Ours) pair)
        => pair.Theirs.Epochs is null
            ? pair.Theirs.Seconds / pair.Ours.Seconds
            : pair.Theirs.MicrosecondsPerRecord / pair.Ours.MicrosecondsPerRecord;

    private static string Percent(double share)
        => (share * 100).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
