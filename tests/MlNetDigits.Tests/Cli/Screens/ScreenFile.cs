using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Screens;

/// <summary>The files beside this one that hold what the tool is expected to show.</summary>
internal static class ScreenFile
{
    /// <summary>The environment variable that has the files written anew.</summary>
    public const string Variable = "UPDATE_SCREENS";

    private const int Context = 2;

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = RepositoryFolder.Combine("tests", "MlNetDigits.Tests", "Cli", "Screens");

    /// <summary>The names of all, without their ending.</summary>
    public static IEnumerable<string> Names
        => Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>Reads a screen.</summary>
    public static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    /// <summary>Compares a file with what the tool shows now.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What the tool shows.</param>
    /// <param name="renews">Whether to write the file anew.</param>
    /// <returns>What is to be said: also if the file was written, so that no run of the tests passes by that. Null if all is well.</returns>
    public static string? FindProblem(string path, string shown, bool renews)
    {
        var (name, expected) = (Path.GetFileName(path), Read(path));
        if (shown == expected)
            return null;
        if (!renews)
        {
            return $"{name} is not what the tool shows now (- expected, + shown):\n\n{Diff(expected, shown)}\n\n"
                + $"If it should be: {Variable}=1 dotnet test -c Release --filter ScreenTests writes the files anew; then look at the diff.";
        }

        File.WriteAllText(path, shown);
        return $"{name} was written anew. Look at its diff, and run the tests once more without {Variable}.";
    }

    /// <summary>The lines that differ, with a few around them.</summary>
    public static string Diff(string expected, string shown)
    {
        var lines = InlineDiffBuilder.Diff(expected, shown, ignoreWhiteSpace: false).Lines;
        var near = Enumerable.Range(0, lines.Count)
            .Where(i => lines.Skip(i - Context).Take(Math.Min(i, Context) + 1 + Context).Any(line => line.Type != ChangeType.Unchanged))
            .ToArray();
        return string.Join('\n', near.Select((line, i) => (i > 0 && near[i - 1] < line - 1 ? "  ...\n" : "") + lines[line].Type switch
        {
            ChangeType.Inserted => "+ ",
            ChangeType.Deleted => "- ",
            _ => "  ",
        } + lines[line].Text));
    }
}
