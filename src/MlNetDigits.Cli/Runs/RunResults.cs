using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Train;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Runs;

/// <summary>The files of a run folder.</summary>
internal static class RunFiles
{
    /// <summary>The model.</summary>
    public const string Model = "model.zip";

    /// <summary>How the run was made.</summary>
    public const string Options = "options.json";

    /// <summary>How training went.</summary>
    public const string History = "history.json";

    /// <summary>The page that shows it all.</summary>
    public const string Report = "report.html";

    private const string HistoryTable = "history.csv";
    private const string Metrics = "metrics.json";
    private const string Confusion = "confusion.csv";

    /// <summary>Writes everything about a run into a folder.</summary>
    /// <param name="folder">The folder; it is there.</param>
    /// <param name="plan">What was asked for.</param>
    /// <param name="history">How training went.</param>
    /// <param name="measured">How the model does; null if there was nothing to measure it on.</param>
    /// <param name="saveModel">Writes the model to the path that it is given.</param>
    /// <param name="now">The time that the report says it was made.</param>
    /// <param name="here">Where the command that repeats the run is typed.</param>
    public static void Write(
        string folder, TrainPlan plan, TrainingHistory history, ReportContent? measured, Action<string> saveModel, DateTimeOffset now, WorkingFolder here)
    {
        var options = RunOptions.Of(plan, here);
        saveModel(Path.Combine(folder, Model));
        Text(Options, RunOptionsJson.Render(options));
        Text(HistoryTable, HistoryCsv.Render(history));
        Text(History, Json.Render(HistoryJson.ToNode(history)));
        if (measured is null)
            return;

        Text(Metrics, ReportJson.Render(measured.Report) + "\n");
        Text(Confusion, ConfusionCsv.Render(measured.Report.Confusion));
        var withFiles = measured with
        {
            Files =
            [
                .. options.TestedOn.Select(file => new ReportFile("measured on", file)),
                new ReportFile("model", FileDigest.Of(Path.Combine(folder, Model)) with { Path = Model }),
            ],
            Origin = ToolOrigin.Of(now, options.Command),
        };
        Text(Report, HtmlReport.Render(RunReport.AddTo(withFiles, options, history)));

        void Text(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }
}
