namespace MlNetDigits.Cli.CommandLine;

/// <summary>Paths that mean the same from any folder.</summary>
internal static class FullPath
{
    /// <summary>The full path, the same with and without a separator at its end.</summary>
    public static string Of(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
