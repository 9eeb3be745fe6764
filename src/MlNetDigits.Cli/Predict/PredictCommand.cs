using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary><c>digits predict</c>.</summary>
internal static class PredictCommand
{
    private const int DefaultLimit = 10;

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "PNG files of one digit each, of any size, on light or dark paper; or CSV files with one line a picture: 784 pixels, or a label before them",
            Arity = ArgumentArity.OneOrMore,
        };
        var model = CommonOptions.Model();
        var limit = OptionKinds.Number(
            "--limit", "The most lines to take from a CSV file", DefaultLimit,
            value => value < 1 ? [$"--limit must be at least 1, not {value}."] : []);
        var json = CommonOptions.Json();
        var command = new Verb(
            "predict",
            "Reads digits with a saved model; shows all scores and what the network saw.",
            ("predict seven.png", "Read a picture with models/my-digits.zip"),
            ("predict --model models/mnist.zip *.png", "Read many with another model"),
            ("predict --limit 3 data/digits-test.csv", "Read the first three lines of a CSV file"))
        {
            files, model, limit, json,
        };
        command.SetAction(parsed => Run(
            new PredictPlan(parsed.GetRequiredValue(model), [.. parsed.GetRequiredValue(files)], parsed.GetValue(limit)),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static int Run(PredictPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var ml = MlLog.Context(console, verbose);
        var model = ModelFile.Load(ml, plan.ModelPath);
        Question[] questions = [.. plan.Files.SelectMany(file => Question.Read(file, plan.Limit))];
        var predictions = Prediction.Of(ml, model, questions);
        console.Output.Write(json ? PredictJson.Render(model, predictions) : PredictText.Render(predictions));
        return ExitCode.Done;
    }
}
