using System.CommandLine;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Train;

/// <summary><c>--validation</c>: a share of the training data, or data of its own.</summary>
internal static class ValidationOption
{
    private const string Name = "--validation";

    /// <summary>Makes the option.</summary>
    public static Option<string?> Create(WorkingFolder folder) => new(Name)
    {
        Description = "Measure each epoch on records that are not learned from: a share of the training data to hold back, "
            + "such as 0.1, or a file",
        HelpName = "FRACTION|FILE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Number(text) is { } number ? number is > 0 and < 1 : !string.IsNullOrWhiteSpace(text))
                return Number(text) is null ? folder.Full(text) : text;
            result.AddError($"{Name} must be a share above 0 and below 1, or a file, not {(text.Length > 0 ? text : "''")}.");
            return text;
        },
    };

    /// <summary>The share; null if a file is meant.</summary>
    public static double? Fraction(string text) => Number(text);

    /// <summary>The file's full path; null if a share is meant.</summary>
    public static string? File(string text) => Number(text) is null ? text : null;

    private static double? Number(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
