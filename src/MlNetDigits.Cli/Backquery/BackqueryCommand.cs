using System.Collections.Immutable;
using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Backquery;

/// <summary><c>digits backquery</c>.</summary>
internal static class BackqueryCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var model = CommonOptions.Model(console.Folder);
        var digit = new Option<string?>("--digit")
        {
            Description = "The digit to ask for, or another class that the model knows, by its name [default: all]",
            HelpName = "NAME",
        };
        var output = OptionKinds.Path(
            console.Folder, "--out", "FILE.png", "The picture to write [default: none, text only]", FindProblem);
        var json = CommonOptions.Json();
        var command = new Verb(
            "backquery",
            "Runs the network backwards: draws what it imagines each digit to look like, and asks it to read that.",
            ("backquery", "Show all ten digits as text; no file is written"),
            ("backquery --out backquery.png", "... and draw them on one picture"),
            ("backquery --model models/mnist.zip --digit 3 --out three.png", "One digit, large"))
        {
            model, digit, output, json,
        };
        command.SetAction(parsed => Run(
            new BackqueryPlan(
                CommonOptions.ModelPath(parsed, model, console),
                parsed.GetValue(digit),
                parsed.GetValue(output)),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static int IndexOf(DigitModel model, string name)
        => model.ClassNames.IndexOf(name) is >= 0 and var index
            ? index
            : throw new UsageException($"--digit must be one of the classes that the model knows ({string.Join(", ", model.ClassNames)}), not '{name}'");

    private static string? FindProblem(string path)
        => Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase)
            ? OutputTarget.FindFileProblem("--out", path)
            : $"--out must name a .png file, not '{path}'";

    private static int Run(BackqueryPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var model = ModelFile.Load(MlLog.Context(console, verbose), plan.ModelPath);
        var classes = plan.Digit is { } wanted ? [IndexOf(model, wanted)] : ImaginedDigit.ClassesOf(model);
        ImmutableArray<ImaginedDigit> digits = [.. classes.Select(index => ImaginedDigit.Of(model, index))];
        if (plan.Picture is { } path)
            BackquerySheet.Of(digits).Save(path);
        console.Output.Write(json ? BackqueryJson.Render(plan, model, digits, console.Folder) : BackqueryText.Render(plan, digits, console));
        return ExitCode.Done;
    }
}
