using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Evaluate;

/// <summary><c>digits evaluate</c>.</summary>
internal static class EvaluateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var model = CommonOptions.Model(console.Folder);

        // No default: the embedded sample's digits are among those that a model of MNIST has learned from.
        var data = OptionKinds.Path(
            console.Folder,
            "--data",
            "PATH",
            "What to measure on: a CSV file, an IDX images file, an .npz file, or a folder that holds MNIST or the sample");
        data.Required = true;
        var part = OptionKinds.Choice("--part", "Which part of a folder to measure on", DigitPart.Test);
        var dataOptions = new DataOptions(console.Folder);
        var confusion = ConfusionOption.Create(console.Folder);
        var json = CommonOptions.Json();
        var command = new Verb(
            "evaluate",
            "Measures a saved model on labelled digits: accuracy, log-loss, each class, confusion matrix.",
            ("evaluate --data data/mnist", "Measure on MNIST's 10,000 test images ('digits data download' gets them)"),
            ("evaluate --model models/mine.zip --data mine.csv", "Measure a model of your own on a file of your own"),
            ("evaluate --data data/mnist --confusion matrix.csv --confusion matrix.png", "Keep the confusion matrix as a table and as a picture"))
        {
            model, data, part, confusion, json,
        };
        dataOptions.AddTo(command, after: part);
        command.SetAction(parsed => Run(
            Plan(
                CommonOptions.ModelPath(parsed, model, console),
                DigitSource.Resolve(parsed.GetRequiredValue(data)!, parsed.Chosen<DigitPart>(part)),
                dataOptions.Read(parsed),
                parsed.GetValue(confusion) ?? []),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static EvaluatePlan Plan(string model, DigitSource data, DigitDataOptions dataOptions, string[] confusion)
    {
        foreach (var file in confusion)
            InputFiles.Protect("--confusion", file, [model, .. data.Files]);
        return new EvaluatePlan(model, data, dataOptions, [.. confusion.Distinct()]);
    }

    private static int Run(EvaluatePlan plan, bool json, bool verbose, ToolConsole console)
    {
        var ml = MlLog.Context(console, verbose);
        var (model, (data, warnings)) = ModelReading.LoadBeside(
            ml, plan.ModelPath, plan.DataOptions, said => LearnedImages.Load(ml, plan.Data, said, console.Shipped, plan.ModelPath));
        var report = ModelEvaluation.Evaluate(ml, model.Transformer, data.View);
        foreach (var file in plan.ConfusionFiles)
            ConfusionFile.Save(report.Confusion, file);
        console.Warn(warnings);
        console.Output.Write(json ? RenderJson(plan, report, warnings, console.Folder) : RenderText(plan, report, console));
        return ExitCode.Done;
    }

    private static string RenderText(EvaluatePlan plan, ClassificationReport report, ToolConsole console)
    {
        var folder = console.Folder;
        return $"Model           {console.Shipped.Describe(plan.ModelPath, folder)}\nTested on       {SampleFolder.Describe(plan.Data, folder)}\n\n{ReportText.Render(report)}"
            + (plan.ConfusionFiles.IsEmpty ? "" : $"\nWritten         {string.Join(", ", plan.ConfusionFiles.Select(folder.Shown))}\n");
    }

    private static string RenderJson(
        EvaluatePlan plan, ClassificationReport report, ImmutableArray<string> warnings, WorkingFolder folder)
        => Json.Render(new JsonObject
        {
            ["warnings"] = Json.Texts(warnings),
            ["model"] = folder.Shown(plan.ModelPath),
            ["test"] = Json.Paths(plan.Data.Files, folder),
            ["report"] = ReportJson.ToNode(report),
            ["confusionFiles"] = Json.Paths(plan.ConfusionFiles, folder),
        });
}
