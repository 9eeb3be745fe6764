using System.CommandLine;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    /// <summary>Where models are saved and looked for.</summary>
    public const string DefaultModel = "models/my-digits.zip";

    /// <summary><c>--model</c>, the model to read; see <see cref="ModelPath"/>.</summary>
    public static Option<string?> Model(WorkingFolder folder)
        => OptionKinds.Path(
            folder, "--model", "FILE.zip", $"The model to use, as 'digits train' saved it [default: {DefaultModel}]");

    /// <summary>The model to read.</summary>
    public static string ModelPath(ParseResult result, Option<string?> model, WorkingFolder folder)
        => result.GetValue(model) ?? folder.Full(DefaultModel);

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json()
        => new("--json") { Description = "Print one JSON document in place of text" };

    /// <summary>Whether <c>--verbose</c> was given.</summary>
    public static bool IsVerbose(ParseResult result) => result.GetValue<bool>("--verbose");
}
