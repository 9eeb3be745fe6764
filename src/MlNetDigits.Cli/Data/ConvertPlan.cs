namespace MlNetDigits.Cli.Data;

/// <summary>What to turn into what.</summary>
/// <param name="From">The data set.</param>
/// <param name="DataOptions">What is said of it.</param>
/// <param name="To">The file or folder to write.</param>
/// <param name="Labels">The labels file to write, if the format has one.</param>
/// <param name="Format">The format to write.</param>
/// <param name="Take">How many digits to take from the start; null for all.</param>
internal sealed record ConvertPlan(
    DigitSource From, DigitDataOptions DataOptions, string To, string? Labels, ConvertFormat Format, int? Take)
{
    /// <summary>The format that a name asks for; null if it does not tell.</summary>
    public static ConvertFormat? FormatOf(string name)
    {
        var file = Path.GetFileName(name);
        return file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ConvertFormat.Csv
            : file.Contains("ubyte", StringComparison.OrdinalIgnoreCase) || file.Contains("idx3", StringComparison.OrdinalIgnoreCase) ? ConvertFormat.Idx
            : null;
    }
}
