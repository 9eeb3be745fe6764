using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MlNetDigits.Tests.Support;

/// <summary>What the tool did as a process of its own.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record DigitsProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A shell that runs the tests in the background has them ignore Ctrl+C, and they would pass that on to the tool.
    private static readonly string[] Launcher = IgnoresInterrupts() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];

    /// <summary>The lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The one document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs the tool in a folder to its end.</summary>
    public static DigitsProcess Run(TemporaryFolder folder, params string[] arguments)
        => RunAsync(folder, _ => { }, arguments).GetAwaiter().GetResult();

    /// <summary>Runs the tool in a folder, and does something to it while it runs.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="onErrorLine">Told the process's id whenever it has written a line to standard error.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<DigitsProcess> RunAsync(
        TemporaryFolder folder, Action<int> onErrorLine, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Launcher[0], [.. Launcher[1..], Path.Combine(AppContext.BaseDirectory, "digits.dll"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start.WithoutProfiler())!;
        using var timeout = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = ReadLinesAsync(process, onErrorLine, timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return new DigitsProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>Sends a signal to a process: INT is what a terminal sends for Ctrl+C.</summary>
    public static void Signal(string name, int id)
    {
        using var kill = Process.Start("kill", [$"-{name}", id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static bool IgnoresInterrupts()
    {
        // A mask in hexadecimal, its lowest bit for signal 1; SIGINT is 2.
        const string IgnoredSignals = "SigIgn:";
        const ulong Interrupt = 1 << (2 - 1);
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(IgnoredSignals, StringComparison.Ordinal)) is { } mask
            && (ulong.Parse(mask[IgnoredSignals.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    private static async Task<string> ReadLinesAsync(Process process, Action<int> onLine, CancellationToken cancel)
    {
        var lines = new List<string>();
        while (await process.StandardError.ReadLineAsync(cancel) is { } line)
        {
            lines.Add(line + "\n");
            onLine(process.Id);
        }

        return string.Concat(lines);
    }
}
