using System.Diagnostics;

namespace MlNetDigits.Benchmarks;

/// <summary>The most memory that this process ever had, as the operating system counts it.</summary>
internal static class PeakMemory
{
    /// <summary>In MiB; on Linux VmHWM.</summary>
    public static double Read()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }
}
