namespace MlNetDigits.Cli.CommandLine;

/// <summary>Where the tool writes: results to one stream, everything else to the other.</summary>
/// <param name="Output">Results only.</param>
/// <param name="Error">Progress, log and errors.</param>
/// <param name="ShowsBars">Whether a progress bar may be drawn on <paramref name="Error"/>.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error, bool ShowsBars)
{
    /// <summary>
    /// Takes the process's console. From then on nothing but the tool's results reaches standard output: libraries
    /// that write to <see cref="Console.Out"/> (TorchSharp does, when it cannot load) write to standard error.
    /// </summary>
    public static ToolConsole Take()
    {
        var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        return new ToolConsole(output, Console.Error, ShowsBars: IsPlainTerminal());
    }

    // A bar is redrawn with ANSI codes; whoever asks for no colour gets none of them.
    private static bool IsPlainTerminal()
        => !Console.IsErrorRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null or "");
}
