using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary><c>digits predict</c>.</summary>
internal static class PredictCommand
{
    private const int DefaultLimit = 10;

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var files = OptionKinds.PathArguments(
            console.Folder,
            "FILE",
            "PNG or JPEG pictures of one digit or of a page of them, on light or dark paper; folders of such; or CSV files with one line a picture: 784 pixels, or a label before them. A name such as seven_7.png or page_31415.jpg tells the right answer");
        var model = CommonOptions.Model(console.Folder);
        var layout = OptionKinds.Choice(
            "--layout",
            "What a picture holds: a digit, to which all its ink belongs, or a page of digits; auto makes it a page if more than one is found",
            LayoutMode.Auto);
        var prepare = OptionKinds.Choice(
            "--prepare",
            "Which pictures are cut out, centred and scaled as MNIST's were; auto leaves those alone that are 28 x 28 and already so, never takes each as one digit as large as the picture",
            PrepareMode.Auto);
        var show = OptionKinds.Switch(
            "--show", "Show what the network saw of each digit, and all scores [default: only if there is one digit]");
        var limit = OptionKinds.Number(
            "--limit", "The most lines to take from a CSV file", DefaultLimit,
            value => value < 1 ? [$"--limit must be at least 1, not {value}."] : []);
        var json = CommonOptions.Json();
        var command = new Verb(
            "predict",
            "Reads digits with a saved model: single ones or pages, drawn, scanned or photographed.",
            ("predict seven.png", "Read a picture"),
            ("predict page.jpg --show", "Read a page; show what the network saw of each digit"),
            ("predict drawings", "Read a folder; names that end in _7.png give the accuracy"),
            ("predict --model models/mine.zip --limit 3 mine.csv", "Read the first three lines of a CSV file with a model of your own"))
        {
            files, model, layout, prepare, show, limit, json,
        };
        command.Validators.Add(result =>
        {
            // Of the words themselves: a value that cannot be parsed cannot be asked for either.
            if (Word(result, prepare) == "never" && Word(result, layout) == "page")
                result.AddError("--prepare never takes each picture as one digit, so there is no --layout page");
        });
        command.SetAction(parsed => Run(
            new PredictPlan(
                CommonOptions.ModelPath(parsed, model, console),
                [.. parsed.GetRequiredValue(files)],
                parsed.GetValue(limit),
                parsed.Chosen<PrepareMode>(prepare),
                parsed.Chosen<LayoutMode>(layout),
                parsed.GetValue(show)),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static string? Word(CommandResult result, Option option)
        => result.GetResult(option) is { Tokens: [var word, ..] } ? word.Value : null;

    private static int Run(PredictPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var ml = MlLog.Context(console, verbose);
        var (model, questions) = ModelReading.LoadBeside<Question[]>(
            ml, plan.ModelPath, () => [.. InputPaths.Files(plan.Paths).SelectMany(path => Question.Read(path, plan))]);
        var answers = Answer.Of(ml, model, questions);
        var warnings = Warnings(console.Shipped, plan, answers);
        console.Warn(warnings);
        console.Output.Write(json
            ? PredictJson.Render(model, answers, warnings, console.Folder)
            : PredictText.Render(answers, plan.Shows, console.Folder) + $"\nModel    {console.Shipped.Describe(plan.ModelPath, console.Folder)}\n");
        return ExitCode.Done;
    }

    /// <summary>Only digits whose right answers are known make an accuracy.</summary>
    private static ImmutableArray<string> Warnings(ShippedModels shipped, PredictPlan plan, ImmutableArray<Answer> answers)
    {
        ImmutableArray<ReadOnlyMemory<byte>> known =
            [.. answers.Where(answer => answer.Known > 0).SelectMany(answer => answer.Digits).Select(digit => digit.Found.Pixels)];
        return LearnedImages.Warnings(shipped, plan.ModelPath, known.Length, known);
    }
}
