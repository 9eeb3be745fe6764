using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Names of files in a line of text.</summary>
internal static class PathText
{
    private const int MostNamed = 5;

    /// <summary>A path as people are told of it. A name may hold a line feed, which would tear a table apart.</summary>
    public static string Of(string path, WorkingFolder folder)
    {
        var shown = folder.Shown(path);
        return shown.Any(char.IsControl)
            ? string.Concat(shown.Select(letter => char.IsControl(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}") : $"{letter}"))
            : shown;
    }

    /// <summary>The first of several, and how many more there are.</summary>
    public static string Of(IReadOnlyList<string> paths, WorkingFolder folder)
    {
        var more = paths.Count - MostNamed;
        return string.Join(", ", paths.Take(MostNamed).Select(path => Of(path, folder)))
            + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
    }
}
