using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Runs;

/// <summary>Writes what came of a run into its folder.</summary>
internal static class RunResults
{
    /// <summary>Writes everything about a run; each file is there whole or not at all, the manifest last.</summary>
    /// <param name="folder">The folder; it is there.</param>
    /// <param name="manifest">How the run was made.</param>
    /// <param name="history">How training went.</param>
    /// <param name="measured">How the model does; null if there was nothing to measure it on.</param>
    /// <param name="saveModel">Writes the model to the path that it is given.</param>
    /// <param name="now">The time that the report says it was made.</param>
    /// <param name="here">Where the command that repeats the run is typed.</param>
    public static void Write(
        RunFolder folder,
        RunManifest manifest,
        TrainingHistory history,
        ReportContent? measured,
        Action<string> saveModel,
        DateTimeOffset now,
        WorkingFolder here)
    {
        saveModel(folder.Model);
        AtomicFile.WriteText(folder.HistoryTable, HistoryCsv.Render(history));
        AtomicFile.WriteText(folder.History, Json.Render(HistoryJson.ToNode(history)));
        if (measured is not null)
        {
            AtomicFile.WriteText(folder.Metrics, ReportJson.Render(measured.Report) + "\n");
            AtomicFile.WriteText(folder.Confusion, ConfusionCsv.Render(measured.Report.Confusion));
            AtomicFile.WriteText(folder.Report, Page(folder, manifest, history, measured, now, here));
        }

        // Whatever is in this folder now is all there is: it may be moved, and its model is found beside the manifest.
        folder.Keep(manifest with { Model = null, Out = null }, here);
    }

    private static string Page(
        RunFolder folder, RunManifest manifest, TrainingHistory history, ReportContent measured, DateTimeOffset now, WorkingFolder here)
    {
        var command = RunCommandLine.Render(manifest.Settings, here);
        var withFiles = measured with
        {
            Files =
            [
                .. manifest.TestedOn.Select(file => new ReportFile("measured on", file)),
                new ReportFile("model", FileDigest.Of(folder.Model) with { Path = Path.GetFileName(folder.Model) }),
            ],
            Origin = ToolOrigin.Of(now, command),
        };
        return HtmlReport.Render(RunReport.AddTo(withFiles, manifest, history, command));
    }
}
