using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary><c>digits predict</c>.</summary>
internal static class PredictCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var files = OptionKinds.InputArguments(
            console.Folder,
            "FILE",
            "Pictures (PNG, JPEG, WebP, GIF or BMP) of one digit or of a page of them, on light or dark paper; folders of such, also of folders that are named by the digit in them; patterns such as scans/*.png; CSV files with one line a picture: 784 pixels, or a label before them; IDX images files; - for standard input. A name such as seven_7.png or page_31415.jpg tells the right answer");
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
        var labelFrom = OptionKinds.Choice(
            "--label-from",
            "Where the right answers of pictures are: in the digits after the last underscore of a name, in the name of the folder, or nowhere; auto takes those of folders that are all named by digits, else of names, where as many digits are found and the numbers do not seem to count the pictures",
            LabelFrom.Auto);
        var limit = OptionKinds.OptionalNumber("--limit", "The most rows to take from a CSV or IDX file [default: all]", least: 1);
        var csv = OptionKinds.PathOrStandard(
            console.Folder,
            "--csv",
            "FILE",
            "Write all answers as a table: ImageId,Label for one file of rows, else File,Line,Label,Sure. With - it takes the place of the text",
            path => OutputTarget.FindFileProblem("--csv", path));
        var dataOptions = new DataOptions(console.Folder);
        var json = CommonOptions.Json();
        var command = new Verb(
            "predict",
            "Reads digits with a saved model: single ones or pages, drawn, scanned or photographed.",
            ("predict seven.png", "Read a picture"),
            ("predict page.jpg --show", "Read a page; show what the network saw of each digit"),
            ("predict drawings", "Read a folder; names that end in _7.png give the accuracy"),
            ("predict scans/*.png -", "Read pictures, and one more from standard input"),
            ("predict test.csv --csv submission.csv", "Read all lines of a CSV file, and write what Kaggle's competition wants"),
            ("predict --model models/mine.zip --limit 3 mine.csv", "Read the first three lines of a CSV file with a model of your own"))
        {
            files, model, layout, prepare, show, labelFrom, limit, csv, json,
        };
        dataOptions.AddTo(command, after: limit);
        command.Validators.Add(result =>
        {
            // Of the words themselves: a value that cannot be parsed cannot be asked for either.
            if (Word(result, prepare) == "never" && Word(result, layout) == "page")
                result.AddError("--prepare never takes each picture as one digit, so there is no --layout page");
            if (Word(result, csv) == OptionKinds.Standard && result.GetResult(json) is not null)
                result.AddError("--csv - and --json would both have standard output; write one of them to a file");
        });
        command.SetAction(parsed => PredictRun.Run(
            Checked(new PredictPlan(
                CommonOptions.ModelPath(parsed, model, console),
                [.. parsed.GetRequiredValue(files)],
                parsed.GetValue(limit),
                parsed.Chosen<PrepareMode>(prepare),
                parsed.Chosen<LayoutMode>(layout),
                parsed.GetValue(show))
            {
                LabelFrom = parsed.Chosen<LabelFrom>(labelFrom),
                CsvPath = parsed.GetValue(csv),
                DataOptions = dataOptions.Read(parsed),
            }),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static string? Word(CommandResult result, Option option)
        => result.GetResult(option) is { Tokens: [var word, ..] } ? word.Value : null;

    private static PredictPlan Checked(PredictPlan plan)
    {
        if (plan.CsvFilePath is { } path)
            InputFiles.Protect("--csv", path, [plan.ModelPath, .. plan.Paths]);
        return plan;
    }
}
