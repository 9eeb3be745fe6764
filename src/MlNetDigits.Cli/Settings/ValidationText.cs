using System.Globalization;

namespace MlNetDigits.Cli.Settings;

/// <summary>What is typed after <c>--validation</c>: a share of the training data, or data of its own.</summary>
internal static class ValidationText
{
    /// <summary>The share; null if a file is meant.</summary>
    public static double? Fraction(string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The file; null if a share is meant.</summary>
    public static string? File(string? text) => Fraction(text) is null ? text : null;
}
