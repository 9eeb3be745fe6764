using System.Diagnostics;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Native;

/// <summary>Runs <see cref="TorchProbe"/> in a process of its own.</summary>
internal static class TorchProbeProcess
{
    /// <summary>What the process wrote on its two streams, and its result.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Error, TorchProbe? Probe);

    public static async Task<Outcome> RunAsync(string cacheFolder, string resultFile, string? program = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", program ?? typeof(TorchProbe).Assembly.Location, "probe-torch", resultFile },
            Environment = { ["MLNETDIGITS_CACHE"] = cacheFolder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start.WithoutProfiler())!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        return new(
            process.ExitCode, await output, await error,
            File.Exists(resultFile) ? TorchProbe.Read(resultFile) : null);
    }
}
