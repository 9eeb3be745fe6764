using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>What a person reads after training.</summary>
internal static class TrainText
{
    /// <summary>Renders a result.</summary>
    public static string Render(TrainResult result, WorkingFolder folder)
    {
        var (settings, options) = (result.Plan.Settings, result.Plan.Settings.Options);
        string[] lines =
        [
            Invariant($"Trained on      {SampleFolder.Describe(result.Plan.Train, folder)}, {result.TrainRows} rows"),
            .. Validated(result, folder),
            .. Ended(result, folder),
            Listed("Network         ", Invariant($"{DigitFormat.Pixels}-{options.HiddenNodes}-{settings.DataOptions.KnownClasses.Count} nodes"), TrainerSettings.OfNetwork, options),
            Listed("Training        ", Counted(result.Summary.History.Epochs[^1].Epoch, "epoch"), TrainerSettings.All.Except(TrainerSettings.OfNetwork), options),
            Invariant($"Seed            {settings.Seed}  (--seed {settings.Seed} repeats this run)"),
            Tested(result, folder),
            Invariant($"Model           {folder.Shown(result.ModelPath)}"),
            .. Places(result, folder),
            Invariant($"Use it          digits predict --model {RunCommandLine.Quoted(folder.Shown(result.ModelPath))} PICTURE.png"),
            .. StandsBefore(result, folder),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<string> Validated(TrainResult result, WorkingFolder folder)
    {
        if (result.Summary.BestEpoch is not { Validation: { } validation } best)
            return [];
        var held = result.Plan.Validation is { } data
            ? Invariant($"{SampleFolder.Describe(data, folder)}, {Counted(validation.Records, "row")}")
            : Invariant($"{validation.Records} of these rows, held back");
        return [Invariant($"Validated on    {held}; best accuracy {validation.MicroAccuracy:F4} in epoch {best.Epoch}")];
    }

    private static IEnumerable<string> Ended(TrainResult result, WorkingFolder folder)
    {
        var (last, kept) = (result.Summary.History.Epochs[^1], result.Summary.ModelEpoch!);
        if (result.IsInterrupted)
            yield return Invariant($"Interrupted     in epoch {last.Epoch}, after {Counted(last.RecordsSeen, "record")}");
        if (result.Summary.StopReason == StopReason.StoppedEarly)
            yield return Invariant($"Stopped early   after epoch {last.Epoch}: no better for {Counted(result.Plan.Settings.Options.EarlyStoppingPatience!.Value, "epoch")}");
        if (kept != last)
            yield return Invariant($"Weights         of epoch {kept.Epoch}, the best one");
        if (result is { IsInterrupted: true, Plan.Places.Checkpoints: { HasCheckpoint: true } checkpoints })
            yield return $"Go on with      digits train --checkpoint {RunCommandLine.Quoted(folder.Shown(checkpoints.Path))} --resume";
    }

    /// <summary>What the settings have to say of a run, behind what comes first.</summary>
    private static string Listed(
        string head, string first, IEnumerable<Setting<SigmoidNetworkOptions>> settings, SigmoidNetworkOptions options)
        => head + string.Join(", ", settings.Select(setting => setting.Phrase(setting.Get(options))).OfType<string>().Prepend(first));

    private static string Tested(TrainResult result, WorkingFolder folder) => result.Report is { } report
        ? $"Tested on       {SampleFolder.Describe(result.Plan.Test!, folder)}\n\n{ReportText.Render(report)}"
        : "Tested on       nothing: there is no test data beside it; name some with --test";

    private static IEnumerable<string> Places(TrainResult result, WorkingFolder here)
        => result.RunFolder is not { } folder ? []
            : result.Report is null ? [Invariant($"Run folder      {here.Shown(folder)}  (without metrics and report: there was nothing to measure on)")]
            : [Invariant($"Run folder      {here.Shown(folder)}"), Invariant($"Report          {here.Shown(new RunFolder(folder).Report)}")];

    /// <summary>Where a model is looked for first, a classic one hides a better one.</summary>
    private static IEnumerable<string> StandsBefore(TrainResult result, WorkingFolder folder)
        => result.ModelPath == folder.Full(CommonOptions.DefaultModel) && result.Plan.Settings.Options.UpdateRule == UpdateRule.Classic
            ? ["Note            it is used from now on in place of the better one that comes with the tool; try --preset accurate"]
            : [];

    private static string Counted(long count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
