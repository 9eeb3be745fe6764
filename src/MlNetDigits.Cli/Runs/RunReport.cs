using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Reporting;
using MlNetDigits.Training;

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
    /// <param name="run">How it was made.</param>
    /// <param name="history">How training went.</param>
    /// <param name="command">The command that repeats the run.</param>
    public static ReportContent AddTo(ReportContent measured, RunManifest run, TrainingHistory history, string command) => measured with
    {
        History = history,
        Options = Options(run.Settings, history, command),
        Files =
        [
            .. run.LearnedFrom.Select(file => new ReportFile("learned from", file)),
            .. run.ValidatedOn.Select(file => new ReportFile("validated on", file)),
            .. measured.Files,
        ],
    };

    private static ImmutableArray<NamedValue> Options(RunSettings settings, TrainingHistory history, string command) =>
    [
        new("Network", Invariant($"{DigitFormat.Pixels}-{settings.Options.HiddenNodes}-{settings.DataOptions.KnownClasses.Count} nodes")),
        .. RunSettingTable.Kept
            .Where(setting => setting.Title is not null)
            .Select(setting => (setting.Title, Value: Value(setting, settings, history)))
            .Where(shown => shown.Value is not null)
            .Select(shown => new NamedValue(shown.Title!, shown.Value!)),
        new("Validation", Validation(settings)),
        new("Trained by", command),
    ];

    private static string? Value(Setting<RunSettings> setting, RunSettings settings, TrainingHistory history)
    {
        var value = setting.Get(settings);
        return setting.Property == nameof(SigmoidNetworkOptions.Epochs) ? Epochs(settings.Options, history)
            : setting.Describe is { } describe ? describe(value)
            : OptionText.Format(value);
    }

    private static string Epochs(SigmoidNetworkOptions options, TrainingHistory history)
    {
        var done = history.Epochs is [.., var last] ? last.Epoch : 0;
        var weights = options.EarlyStoppingPatience is not null && history.Best is { } best ? Invariant($", weights of epoch {best.Epoch}") : "";
        return (done == options.Epochs ? Invariant($"{done}") : Invariant($"{done} of {options.Epochs}")) + weights;
    }

    private static string Validation(RunSettings settings) => settings switch
    {
        { Options.ValidationFraction: { } fraction } => Invariant($"on {fraction:0.##%} of the training data, held back"),
        { ValidationData: { } } => "on data of its own",
        _ => "none",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
