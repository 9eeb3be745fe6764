using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;
using MlNetDigits.Cli.Train;

namespace MlNetDigits.Cli.Report;

/// <summary><c>digits report</c>.</summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var run = OptionKinds.PathArgument(
            console.Folder,
            "RUN",
            "A folder that 'digits train --out' has made: its model, history and options, measured on the data that it names");
        run.Arity = ArgumentArity.ZeroOrOne;
        var model = OptionKinds.Path(
            console.Folder, "--model", "FILE.zip", $"The model to use, as 'digits train' saved it [default: that of RUN; without one, {CommonOptions.ModelIfNoneIsNamed}]");

        // Without RUN no default: the embedded sample's digits are among those that a model of MNIST has learned from.
        var data = OptionKinds.Path(
            console.Folder,
            "--data",
            "PATH",
            "What to measure on: a CSV file, an IDX images file, an .npz file, or a folder that holds MNIST or the sample [default: the test data of RUN]");
        var part = OptionKinds.Choice("--part", "Which part of a folder to measure on", DigitPart.Test);
        var dataOptions = new DataOptions(console.Folder);
        var history = OptionKinds.Path(
            console.Folder, "--history", "FILE.json", "How training went, for learning curves: the history.json of a run folder [default: that of RUN]");
        var page = OptionKinds.Path(
            console.Folder, "--out", "FILE.html", "Where the page goes; a file that is there is replaced [default: the page of RUN]", FindPageProblem);
        var charts = OptionKinds.Path(
            console.Folder,
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
            ("report runs/first", "The page of a run folder once more, with the tool as it is now"),
            ("report runs/first --charts charts", "Its charts as files as well"),
            ("report --data data/mnist --out report.html", "A page on the model that is used, measured on MNIST's test images"),
            ("report --data data/mnist --out report.html --charts charts --format svg", "The charts as files as well"))
        {
            run, model, data, part, history, page, charts, format, json,
        };
        dataOptions.AddTo(command, after: part);
        command.SetAction(parsed => Run(
            Plan(
                parsed.GetValue(run),
                new ReportPaths(parsed.GetValue(model), parsed.GetValue(data), parsed.GetValue(history), parsed.GetValue(page)),
                parsed.Chosen<DigitPart>(part),
                basis => dataOptions.Read(parsed, basis),
                parsed.GetValue(charts),
                parsed.Chosen<ChartFormat>(format),
                ToolOrigin.CommandLine(parsed),
                console),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static ReportPlan Plan(
        string? run,
        ReportPaths given,
        DigitPart part,
        Func<DigitDataOptions?, DigitDataOptions> said,
        string? charts,
        ChartFormat format,
        string commandLine,
        ToolConsole console)
    {
        var options = run is null ? null : new RunFolder(run).ReadManifest();
        var paths = given.OrOf(run);
        var data = paths.Data is { } path ? DigitSource.Resolve(path, part)
            : options is null ? throw new UsageException("--data is missing: name what to measure on, or a run folder")
            : TrainPlan.FindTest(options.Settings) ?? throw new UsageException("--data is missing: the run had no test data");
        var model = paths.Model ?? CommonOptions.DefaultModelPath(console);
        var page = paths.Page ?? throw new UsageException("--out is missing: name the page to write, or a run folder");
        InputFiles.Protect("--out", page, [model, .. data.Files, .. paths.History is { } history ? [history] : Array.Empty<string>()]);
        return new ReportPlan(
            Title(run, given.Model is { } named ? console.Folder.Shown(named) : null, model),
            model,
            data,

            // The test data of a run is read as the run read it.
            said(paths.Data is null ? options?.Settings.DataOptions : null),
            options,
            paths.History,
            page,
            charts,
            format,
            commandLine);
    }

    private static string Title(string? run, string? given, string model) => (run, given) switch
    {
        (null, _) => $"Report on {Path.GetFileName(model)}",
        (_, null) => RunReport.Title(run),

        // Such as that of another epoch.
        _ => $"{RunReport.Title(run)}, with the model {given}",
    };

    private static int Run(ReportPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var result = ReportRun.Run(MlLog.Context(console, verbose), plan, console);
        console.Warn(result.Content.Warnings);
        console.Output.Write(json ? ReportResultJson.Render(result, console.Folder) : ReportResultText.Render(result, console));
        return ExitCode.Done;
    }

    private static string? FindPageProblem(string path)
        => Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM"
            ? OutputTarget.FindFileProblem("--out", path)
            : $"--out must name a file that ends in .html, not '{path}'";
}
