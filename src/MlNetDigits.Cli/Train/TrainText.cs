using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Train;

/// <summary>What a person reads after training.</summary>
internal static class TrainText
{
    /// <summary>Renders a result.</summary>
    public static string Render(TrainResult result)
    {
        var plan = result.Plan;
        var options = plan.Options;
        string[] lines =
        [
            Invariant($"Trained on      {SampleFolder.Describe(plan.Train)}, {result.TrainRows} rows"),
            .. Interrupted(result),
            Invariant($"Network         784-{options.HiddenNodes}-10 nodes, {Word(options.UpdateRule)} rule, {Word(options.Initialization)} initialization"),
            Invariant($"Training        {Counted(options.Epochs, "epoch")}, rate {options.LearningRate}, batch size {options.BatchSize}, {(options.Shuffle ? "shuffled" : "in file order")}, {Counted(options.Threads, "thread")}"),
            Invariant($"Seed            {plan.Seed}  (--seed {plan.Seed} repeats this run)"),
            Tested(result),
            Invariant($"Model           {plan.ModelPath}"),
            Invariant($"Use it          digits predict --model {plan.ModelPath} PICTURE.png"),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Tested(TrainResult result) => result.Report is { } report
        ? $"Tested on       {SampleFolder.Describe(result.Plan.Test!)}\n\n{ReportText.Render(report)}"
        : "Tested on       nothing: there is no test data beside it; name some with --test";

    private static IEnumerable<string> Interrupted(TrainResult result) => result.Interrupted
        ? [Invariant($"Interrupted     in epoch {result.Epochs[^1].Epoch}, after {Counted(result.Epochs[^1].RecordsSeen, "record")}")]
        : [];

    private static string Counted(long count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
