using System.Diagnostics;

namespace MlNetDigits.Benchmarks;

/// <summary>Runs this program once more, with other arguments.</summary>
internal static class ChildProcess
{
    /// <summary>What it prints on standard output.</summary>
    public static string Run(IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath!;

        // Started as "dotnet program.dll", the process is dotnet itself.
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] all = isHost ? [Environment.GetCommandLineArgs()[0], .. arguments] : [.. arguments];
        using var process = Process.Start(new ProcessStartInfo(program, all) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"'{string.Join(' ', all)}' ended with {process.ExitCode}.");
    }
}
