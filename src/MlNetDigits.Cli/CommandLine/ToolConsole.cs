using System.Diagnostics;
using Spectre.Console;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// All that the tool has of the world around it, but for the file system and the network: nothing else in the tool asks
/// the process. Two consoles can be in use at once.
/// </summary>
/// <param name="Output">Results only.</param>
/// <param name="Error">Progress, log and errors.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error)
{
    /// <summary>Standard input; opened by whoever reads it.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required WorkingFolder Folder { get; init; }

    /// <summary>The models that came with the tool.</summary>
    public required ShippedModels Shipped { get; init; }

    /// <summary>The value of an environment variable; null if it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>What tells the time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How long the tool has been running, the start of the runtime included.</summary>
    public required Func<TimeSpan> Age { get; init; }

    /// <summary>What can ask the tool to stop.</summary>
    public required StopSignals Signals { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>The columns that <see cref="Output"/> has for the lines of the help.</summary>
    public required Func<int> HelpColumns { get; init; }

    /// <summary>Draws bars on a terminal behind the writer that it is given.</summary>
    public required Func<TextWriter, IAnsiConsole> OpenTerminal { get; init; }

    /// <summary>
    /// Whether progress bars may be drawn on <see cref="Error"/>. They are redrawn with ANSI codes; whoever asks for no
    /// colour gets none of them.
    /// </summary>
    public bool ShowsBars => IsTerminal
        && string.IsNullOrEmpty(Variable("NO_COLOR"))
        && Variable("TERM") is not ("dumb" or null or "");

    /// <summary>
    /// Takes the process's console. From then on nothing but the tool's results reaches standard output: libraries
    /// that write to <see cref="Console.Out"/> (TorchSharp does, when it cannot load) write to standard error.
    /// </summary>
    public static ToolConsole Take()
    {
        var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        return new ToolConsole(output, Console.Error)
        {
            OpenInput = Console.OpenStandardInput,
            Folder = new WorkingFolder(CurrentFolder()),
            Shipped = ShippedModels.BesideTool,
            Variable = Environment.GetEnvironmentVariable,
            Clock = TimeProvider.System,
            Age = SinceProcessStart,
            Signals = ProcessSignals.Listen,
            IsTerminal = !Console.IsErrorRedirected,
            HelpColumns = () => Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth,
            OpenTerminal = error => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) }),
        };
    }

    /// <summary>Says what stands in the way of a result, a line each.</summary>
    public void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
            Error.WriteLine($"warning: {warning}");
    }

    private static string CurrentFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (FileNotFoundException)
        {
            // It was removed and has no path any more. Full paths still mean something; this name takes no files.
            return "/proc/self/cwd";
        }
    }

    private static TimeSpan SinceProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return DateTime.Now - process.StartTime;
    }
}
