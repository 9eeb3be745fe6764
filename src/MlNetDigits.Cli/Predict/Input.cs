namespace MlNetDigits.Cli.Predict;

/// <summary>A file to read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What people are told of it: the full path of what they named.</param>
internal sealed record Input(string Path, string Name)
{
    /// <summary>What standard input is called.</summary>
    public const string Standard = "standard input";

    /// <summary>The class that the file's folder is named by, if the folders beside it are too; null if not.</summary>
    public string? ClassFolder { get; init; }
}
