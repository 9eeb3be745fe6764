using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Report;

/// <summary>Carries a plan out: measures, draws, writes.</summary>
internal static class ReportRun
{
    /// <summary>Makes a report.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="plan">What to make.</param>
    /// <param name="console">Where its paths are told, and the time that the report says it was made.</param>
    /// <exception cref="InvalidInputException">Something is wrong with the model, the data or the history.</exception>
    public static ReportResult Run(MLContext ml, ReportPlan plan, ToolConsole console)
    {
        // What is read at once is checked before what takes longer.
        var history = plan.HistoryPath is { } path ? HistoryFile.Read(path) : null;
        var (model, (data, warnings)) = ModelReading.LoadBeside(
            ml, plan.ModelPath, plan.DataOptions, said => LearnedImages.Load(ml, plan.Data, said, console.Shipped, plan.ModelPath));
        var measured = Content(ml, plan, model, data, console.Folder) with
        {
            Warnings = warnings,
            History = history,
            Origin = ToolOrigin.Of(console.Clock.GetLocalNow(), plan.CommandLine),
        };
        var content = plan.Run is { } run ? RunReport.AddTo(measured, run, history ?? TrainingHistory.Empty, RunCommandLine.Render(run.Settings, console.Folder)) : measured;
        AtomicFile.WriteText(plan.PagePath, HtmlReport.Render(content));
        return new ReportResult(
            plan,
            content,
            new FileInfo(plan.PagePath).Length,
            plan.ChartFolder is { } folder ? ChartFiles.Save(content, folder, plan.Format) : []);
    }

    private static ReportContent Content(MLContext ml, ReportPlan plan, DigitModel model, DigitData data, WorkingFolder here)
    {
        return ReportContent.Measure(ml, model.Transformer, data.View, plan.Title) with
        {
            Subtitle = RunReport.MeasuredOn(plan.Data, data.Counts.Rows, here),
            Files =
            [
                .. ReportFile.OfData("measured on", plan.Data).Select(Shown),
                Shown(new ReportFile("model", FileDigest.Of(plan.ModelPath))),
            ],
        };

        // The page of a run names its data so that it is found from any folder, as the run's own page does.
        ReportFile Shown(ReportFile file) => plan.Run?.TestedOn.Any(tested => tested.Path == file.Digest.Path) == true
            ? file
            : file with { Digest = file.Digest with { Path = here.Shown(file.Digest.Path) } };
    }
}
