using System.CommandLine.Parsing;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Screens;

/// <summary>What somebody sees who types one command line after another.</summary>
internal static class Screen
{
    private const string Prompt = "$ ";

    /// <summary>What is typed on a screen.</summary>
    public static IReadOnlyList<string> CommandLines(string screen)
        => [.. screen.Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..])];

    /// <summary>Types command lines in a folder.</summary>
    /// <param name="commandLines">Of the tool; or <c>cat FILE</c>, which shows what it has written.</param>
    /// <param name="folder">The working folder.</param>
    /// <returns>The screen, with <see cref="ScreenMarks"/>.</returns>
    public static string Show(IEnumerable<string> commandLines, TemporaryFolder folder) => string.Join('\n', commandLines.Select(line =>
    {
        var before = Files(folder);
        var run = Run(line, folder);
        return Render(line, run, [.. Files(folder).Except(before).Order(StringComparer.Ordinal)], text => ScreenMarks.Put(
            text, (folder.Path, "<folder>"), (AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), "<tool>")));
    }));

    /// <summary>One command line and what came of it, which ends in one line feed.</summary>
    /// <param name="commandLine">What was typed.</param>
    /// <param name="run">What came of it.</param>
    /// <param name="newFiles">The files that were not there before.</param>
    /// <param name="mark">Puts marks into what was printed.</param>
    public static string Render(string commandLine, DigitsRun run, IReadOnlyList<string> newFiles, Func<string, string> mark)
    {
        string[] parts =
        [
            Prompt + commandLine,
            run.Error.Length > 0 ? $"[standard error]\n{mark(run.Error)}" : "",
            run is { Error.Length: > 0, Output.Length: > 0 } ? "[standard output]" : "",
            mark(run.Output),
            run.ExitCode == 0 ? "" : $"[exit code {run.ExitCode}]",
            newFiles.Count == 0 ? "" : $"[new files]\n{string.Join('\n', newFiles)}",
        ];
        return string.Concat(parts.Where(part => part.Length > 0).Select(part => part.ReplaceLineEndings("\n").TrimEnd('\n') + "\n"));
    }

    private static HashSet<string> Files(TemporaryFolder folder)
        => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'))];

    private static DigitsRun Run(string commandLine, TemporaryFolder folder) => CommandLineParser.SplitCommandLine(commandLine).ToArray() switch
    {
        ["digits", .. var arguments] => DigitsRun.Run(folder, arguments),
        ["cat", var file] => new DigitsRun(0, File.ReadAllText(folder.File(file)), ""),
        _ => throw new ArgumentException($"'{commandLine}' is neither digits nor cat FILE."),
    };
}
