using System.Diagnostics;
using System.Text.Json;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Tests.Support;

/// <summary>What the tool did in this process: the same as <see cref="DigitsProcess"/>, without the start of one.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record DigitsRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The one document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs the tool in a folder to its end.</summary>
    public static DigitsRun Run(TemporaryFolder folder, params string[] arguments)
        => Run(folder, (_, _) => { }, arguments);

    /// <summary>Runs the tool in a folder, and does something to it while it runs.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="onErrorLine">Told each line on standard error, when it is whole, and what can interrupt the tool.</param>
    /// <param name="arguments">The command line.</param>
    public static DigitsRun Run(TemporaryFolder folder, Action<string, PressedKeys> onErrorLine, params string[] arguments)
        => Run(folder, onErrorLine, console => console, arguments);

    /// <summary>Runs the tool in a folder with something else about its console.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="with">Changes the console.</param>
    /// <param name="arguments">The command line.</param>
    public static DigitsRun Run(TemporaryFolder folder, Func<ToolConsole, ToolConsole> with, params string[] arguments)
        => Run(folder, (_, _) => { }, with, arguments);

    /// <summary>Runs the tool in a folder with something else about its console, and does something to it meanwhile.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="onErrorLine">Told each line on standard error, when it is whole, and what can interrupt the tool.</param>
    /// <param name="with">Changes the console.</param>
    /// <param name="arguments">The command line.</param>
    public static DigitsRun Run(
        TemporaryFolder folder,
        Action<string, PressedKeys> onErrorLine,
        Func<ToolConsole, ToolConsole> with,
        params string[] arguments)
    {
        var keys = new PressedKeys();
        using var output = new LineWriter(_ => { });
        using var error = new LineWriter(line => onErrorLine(line, keys));

        // A run that does not end is told to, so that its test fails and not all tests hang.
        using var timeout = new Timer(_ => keys.CtrlC(), null, Patience, Timeout.InfiniteTimeSpan);
        var exitCode = DigitsTool.Run(arguments, with(Console(folder, output, error, keys)));
        return new DigitsRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>
    /// A console that is no terminal, has nothing on its standard input and no environment variables. Its stopwatch stands
    /// still, so that a busy machine is not told how long a run takes.
    /// </summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="keys">What can interrupt the tool.</param>
    public static ToolConsole Console(TemporaryFolder folder, TextWriter output, TextWriter error, PressedKeys keys)
    {
        var start = Stopwatch.GetTimestamp();
        return new ToolConsole(output, error)
        {
            OpenInput = () => Stream.Null,
            Folder = new WorkingFolder(folder.Path),
            Shipped = ShippedModels.BesideTool,
            Variable = _ => null,
            Clock = new HandClock(),
            Age = () => Stopwatch.GetElapsedTime(start),
            Signals = keys.Listen,
            IsTerminal = false,
            HelpColumns = () => int.MaxValue,
            OpenTerminal = FixedTerminal.Open,
        };
    }
}
