using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Report;

/// <summary><c>digits report</c>.</summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var model = CommonOptions.Model();

        // No default: the embedded sample's digits are among those that a model of MNIST has learned from.
        var data = OptionKinds.Path(
            "--data",
            "PATH",
            "What to measure on: a CSV file, an IDX images file, or a folder that holds MNIST or the sample");
        data.Required = true;
        var part = OptionKinds.Choice("--part", "Which part of a folder to measure on", DigitPart.Test);
        var history = OptionKinds.Path(
            "--history", "FILE.json", "How training went, for learning curves: the history.json of a run folder");
        var page = OptionKinds.Path("--out", "FILE.html", "Where the page goes; a file that is there is replaced", FindPageProblem);
        page.Required = true;
        var charts = OptionKinds.Path(
            "--charts",
            "DIR",
            "Write the charts as files too, into this folder",
            path => OutputTarget.FindFolderProblem("--charts", path));
        var format = OptionKinds.Choice("--format", "What the charts are written as", ChartFormat.Png);
        var json = CommonOptions.Json();
        var command = new Verb(
            "report",
            "Measures a saved model and writes one HTML page that shows how it does: accuracy, learning curves, confusion "
                + "matrix, each class, and its worst mistakes as pictures.",
            ("report --data data --out report.html", "A page on models/my-digits.zip, measured on the sample's test part"),
            ("report --model runs/first/model.zip --history runs/first/history.json --data data/mnist --out first.html", "With the learning curves of its training"),
            ("report --data data --out report.html --charts charts --format svg", "The charts as files as well"))
        {
            model, data, part, history, page, charts, format, json,
        };
        command.SetAction(parsed => Run(
            new ReportPlan(
                parsed.GetRequiredValue(model),
                DigitSource.Resolve(parsed.GetRequiredValue(data)!, parsed.Chosen<DigitPart>(part)),
                parsed.GetValue(history),
                parsed.GetRequiredValue(page)!,
                parsed.GetValue(charts),
                parsed.Chosen<ChartFormat>(format),
                ToolOrigin.CommandLine(parsed)),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static int Run(ReportPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var result = ReportRun.Run(MlLog.Context(console, verbose), plan, DateTimeOffset.Now);
        console.Output.Write(json ? ReportResultJson.Render(result) : ReportResultText.Render(result));
        return ExitCode.Done;
    }

    private static string? FindPageProblem(string path)
        => Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM"
            ? OutputTarget.FindFileProblem("--out", path)
            : $"--out must name a file that ends in .html, not '{path}'";
}
