using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;

namespace MlNetDigits.Cli.Train;

/// <summary>What a person reads after training.</summary>
internal static class TrainText
{
    /// <summary>Renders a result.</summary>
    public static string Render(TrainResult result, WorkingFolder folder)
    {
        var settings = result.Plan.Settings;
        string[] lines =
        [
            Invariant($"Trained on      {SampleFolder.Describe(result.Plan.Train, folder)}, {result.TrainRows} rows"),
            .. Validated(result, folder),
            .. Ended(result, folder),
            Invariant($"Network         784-{settings.Hidden}-10 nodes, {Word(settings.Rule)} rule, {Word(settings.Init)} initialization"),
            Invariant($"Training        {Counted(result.History.Epochs[^1].Epoch, "epoch")}, rate {settings.LearningRate}, batch size {settings.BatchSize}, {(settings.Shuffle ? "shuffled" : "in file order")}, {Counted(settings.Threads, "thread")}"),
            Invariant($"Seed            {settings.Seed}  (--seed {settings.Seed} repeats this run)"),
            Tested(result, folder),
            Invariant($"Model           {folder.Shown(result.ModelPath)}"),
            .. Places(result, folder),
            Invariant($"Use it          digits predict --model {TrainCommandLine.Quoted(folder.Shown(result.ModelPath))} PICTURE.png"),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<string> Validated(TrainResult result, WorkingFolder folder)
    {
        if (result.History.Best is not { Validation: { } validation } best)
            return [];
        var held = result.Plan.Validation is { } data
            ? Invariant($"{SampleFolder.Describe(data, folder)}, {Counted(validation.Records, "row")}")
            : Invariant($"{validation.Records} of these rows, held back");
        return [Invariant($"Validated on    {held}; best accuracy {validation.MicroAccuracy:F4} in epoch {best.Epoch}")];
    }

    private static IEnumerable<string> Ended(TrainResult result, WorkingFolder folder)
    {
        var last = result.History.Epochs[^1];
        if (result.Interrupted)
            yield return Invariant($"Interrupted     in epoch {last.Epoch}, after {Counted(last.RecordsSeen, "record")}");
        if (result.StoppedEarly)
            yield return Invariant($"Stopped early   after epoch {last.Epoch}: no better for {Counted(result.Plan.Settings.EarlyStopping!.Value, "epoch")}");
        if (result.ModelEpoch != last)
            yield return Invariant($"Weights         of epoch {result.ModelEpoch.Epoch}, the best one");
        if (result is { Interrupted: true, Plan.Places.Checkpoints: { HasCheckpoint: true } checkpoints })
            yield return $"Go on with      {GoOn(result.Plan.Places, checkpoints, folder)}";
    }

    /// <summary>The command that goes on with a run, and puts its model where this one would have gone.</summary>
    private static string GoOn(TrainPlaces places, CheckpointFolder checkpoints, WorkingFolder here)
    {
        var model = places.Model is { } path && path != here.Full(CommonOptions.DefaultModel) ? $" --model {TrainCommandLine.Quoted(here.Shown(path))}" : "";
        var run = places.Run is { } folder ? $" --out {TrainCommandLine.Quoted(here.Shown(folder.NextFree().Path))}" : "";
        return $"digits train --checkpoint {TrainCommandLine.Quoted(here.Shown(checkpoints.Path))} --resume{model}{run}";
    }

    private static string Tested(TrainResult result, WorkingFolder folder) => result.Report is { } report
        ? $"Tested on       {SampleFolder.Describe(result.Plan.Test!, folder)}\n\n{ReportText.Render(report)}"
        : "Tested on       nothing: there is no test data beside it; name some with --test";

    private static IEnumerable<string> Places(TrainResult result, WorkingFolder here)
        => result.RunFolder is not { } folder ? []
            : result.Report is null ? [Invariant($"Run folder      {here.Shown(folder)}  (without metrics and report: there was nothing to measure on)")]
            : [Invariant($"Run folder      {here.Shown(folder)}"), Invariant($"Report          {here.Shown(Path.Combine(folder, RunFiles.Report))}")];

    private static string Counted(long count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
