using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>The table of all contenders, each against the first of the round.</summary>
internal static class ComparisonTable
{
    private const string Header =
        "| Contender | Threads | Records x epochs | Training, seconds | Microseconds a record | Times ours "
        + "| Test accuracy | Peak memory, MB |\n|---|---:|---:|---:|---:|---:|---:|---:|";

    private const string Notes =
        """

        Medians over the rounds, the least and the most in brackets. "Times ours" is how much longer the contender takes
        than the first line: for a record, paired by round. ML.NET's own trainers (epochs: own) decide for themselves
        when they are done, so theirs compares whole trainings, in seconds. The times are of training alone: without
        starting, reading data (except where the contender is one that parses it every epoch, and for LightGbm, which
        reads its data as part of training) and testing. Accuracy is given where all 60,000 training records were seen.
        Peak memory is of the whole process when training was done.
        """;

    public static string Render(IReadOnlyList<Measurement[]> rounds)
    {
        var rows = rounds
            .SelectMany(round => round)
            .Select(Key)
            .Distinct()
            .Select(key => Row(key, [.. rounds.SelectMany(round => Pairs(round, key))]));
        return string.Join('\n', [Header, .. rows, Notes]);
    }

    private static (string Contender, int Threads) Key(Measurement measurement)
        => (measurement.Contender, measurement.Threads);

    /// <summary>A round's measurement of a contender, if it has one, with ours of the same round.</summary>
    private static IEnumerable<(Measurement Theirs, Measurement Ours)> Pairs(
        Measurement[] round, (string Contender, int Threads) key)
        => round.Where(measurement => Key(measurement) == key).Select(theirs => (theirs, round[0]));

    private static string Row((string Contender, int Threads) key, (Measurement Theirs, Measurement Ours)[] pairs)
    {
        var first = pairs[0].Theirs;
        string[] cells =
        [
            key.Contender,
            key.Threads.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{first.Records:N0} x {first.Epochs?.ToString() ?? "own"}"),
            Numbers.Text(Numbers.Median(pairs.Select(pair => pair.Theirs.Seconds))),
            first.Epochs is null ? "" : WithRange(pairs.Select(pair => pair.Theirs.MicrosecondsPerRecord)),
            Numbers.Text(Numbers.Median(pairs.Select(Ratio))),
            first.IsFull ? Percent(Numbers.Median(pairs.Select(pair => pair.Theirs.TestAccuracy))) : "",
            Numbers.Text(Numbers.Median(pairs.Select(pair => pair.Theirs.PeakMemoryMB))),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static double Ratio((Measurement Theirs, Measurement Ours) pair)
        => pair.Theirs.Epochs is null
            ? pair.Theirs.Seconds / pair.Ours.Seconds
            : pair.Theirs.MicrosecondsPerRecord / pair.Ours.MicrosecondsPerRecord;

    private static string WithRange(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return $"{Numbers.Text(Numbers.Median(all))} ({Numbers.Text(all.Min())}-{Numbers.Text(all.Max())})";
    }

    private static string Percent(double share)
        => (share * 100).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
