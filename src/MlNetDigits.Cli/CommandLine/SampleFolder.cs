namespace MlNetDigits.Cli.CommandLine;

/// <summary>The small data set that comes with the tool.</summary>
internal static class SampleFolder
{
    /// <summary>Its folder, beside the tool wherever that is installed.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The digits of both parts; none of a part that is not there.</summary>
    public static IEnumerable<DigitRecord> Digits()
        => Enum.GetValues<DigitPart>()
            .Where(part => DigitSource.FolderHas(Path, part))
            .SelectMany(part => DigitRecords.Read(DigitSource.Resolve(Path, part)));

    /// <summary>What people are told of a data set: its files, or that it is the sample.</summary>
    /// <param name="source">The data set.</param>
    /// <param name="folder">Where they are told.</param>
    public static string Describe(DigitSource source, WorkingFolder folder)
    {
        var first = source.Files[0];
        return first.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? $"the embedded sample ({System.IO.Path.GetFileName(first)})"
            : folder.Shown(first);
    }
}
