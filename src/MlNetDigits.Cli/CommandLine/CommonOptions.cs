using System.CommandLine;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    /// <summary>Where the user's own model is saved and looked for.</summary>
    public const string DefaultModel = "models/my-digits.zip";

    /// <summary>What the help says of the model that is read if none is named.</summary>
    public const string ModelIfNoneIsNamed = $"{DefaultModel} if it is there, else the one that comes with the tool";

    /// <summary><c>--model</c>, the model to read; see <see cref="ModelPath"/>.</summary>
    public static Option<string?> Model(WorkingFolder folder)
        => OptionKinds.Path(
            folder, "--model", "FILE.zip", $"The model to use, as 'digits train' saved it [default: {ModelIfNoneIsNamed}]");

    /// <summary>The model to read.</summary>
    /// <exception cref="InvalidInputException">None is named, and there is none to use in its place.</exception>
    public static string ModelPath(ParseResult result, Option<string?> model, ToolConsole console)
    {
        if (result.GetValue(model) is not { } named)
            return DefaultModelPath(console);
        return Path.Exists(named) || InputFile.IsAddress(named) ? named : throw new InvalidInputException(
            named,
            "is not there; check the name, train a model with 'digits train', or leave --model out for the one that comes with the tool");
    }

    /// <summary>The model to read if none is named: the user's own, else the one that comes with the tool.</summary>
    /// <exception cref="InvalidInputException">There is neither.</exception>
    public static string DefaultModelPath(ToolConsole console)
    {
        // Whatever is there by that name is meant, if only to be told what is wrong with it.
        var own = console.Folder.Full(DefaultModel);
        if (Path.Exists(own))
            return own;
        return File.Exists(console.Shipped.Default) ? console.Shipped.Default : throw new InvalidInputException(
            console.Shipped.Default,
            $"the model that comes with the tool is not there, nor is {DefaultModel}; build or install the tool again, train a model with 'digits train', or name one with --model");
    }

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json()
        => new("--json") { Description = "Print one JSON document in place of text" };

    /// <summary>Whether <c>--verbose</c> was given.</summary>
    public static bool IsVerbose(ParseResult result) => result.GetValue<bool>("--verbose");
}
