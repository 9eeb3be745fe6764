using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Train;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Runs;

/// <summary>What a report tells of the run that made its model.</summary>
internal static class RunReport
{
    /// <summary>The heading of a run's report.</summary>
    /// <param name="folder">The run folder's full path.</param>
    public static string Title(string folder) => $"Run {Path.GetFileName(folder)}";

    /// <summary>What a report says of the data below its heading.</summary>
    public static string MeasuredOn(DigitSource data, int rows, WorkingFolder folder)
        => Invariant($"Measured on {SampleFolder.Describe(data, folder)}, {rows:N0} rows");

    /// <summary>Adds the run to what was measured.</summary>
    /// <param name="measured">How the model does.</param>
    /// <param name="options">How it was made.</param>
    /// <param name="history">How training went.</param>
    public static ReportContent AddTo(ReportContent measured, RunOptions options, TrainingHistory history) => measured with
    {
        History = history,
        Options = Options(options, history),
        Files =
        [
            .. options.LearnedFrom.Select(file => new ReportFile("learned from", file)),
            .. options.ValidatedOn.Select(file => new ReportFile("validated on", file)),
            .. measured.Files,
        ],
    };

    private static ImmutableArray<NamedValue> Options(RunOptions options, TrainingHistory history)
    {
        var settings = options.Settings;
        return
        [
            new("Network", Invariant($"784-{settings.Hidden}-10 nodes")),
            new("Update rule", Word(settings.Rule)),
            new("Initialization", Word(settings.Init)),
            new("Learning rate", Invariant($"{settings.LearningRate}")),
            new("Epochs", Epochs(settings, history)),
            new("Batch size", Invariant($"{settings.BatchSize}")),
            new("Order", settings.Shuffle ? "another each epoch" : "as in the file"),
            new("Validation", Validation(settings)),
            .. settings.EarlyStopping is { } patience ? [new NamedValue("Early stopping", Stopping(patience))] : Array.Empty<NamedValue>(),
            new("Seed", Invariant($"{settings.Seed}")),
            new("Threads", Invariant($"{settings.Threads}")),
            new("Trained by", options.Command),
        ];
    }

    private static string Epochs(TrainSettings settings, TrainingHistory history)
    {
        var done = history.Epochs is [.., var last] ? last.Epoch : 0;
        var weights = settings.EarlyStopping is not null && history.Best is { } best ? Invariant($", weights of epoch {best.Epoch}") : "";
        return (done == settings.Epochs ? Invariant($"{done}") : Invariant($"{done} of {settings.Epochs}")) + weights;
    }

    private static string Stopping(int patience)
        => patience == 1 ? "after an epoch that is not better" : Invariant($"after {patience} epochs without a better one");

    private static string Validation(TrainSettings settings) => settings switch
    {
        { ValidationFraction: { } fraction } => Invariant($"on {fraction:0.##%} of the training data, held back"),
        { ValidationData: { } } => "on data of its own",
        _ => "none",
    };

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
