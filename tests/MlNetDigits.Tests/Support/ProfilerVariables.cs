using System.Diagnostics;

namespace MlNetDigits.Tests.Support;

/// <summary>What a coverage collector puts into the environment of the tests' process.</summary>
internal static class ProfilerVariables
{
    private static readonly string[] Prefixes = ["CORECLR_", "COR_", "MicrosoftInstrumentationEngine", "CODE_COVERAGE"];

    /// <summary>
    /// Leaves them out of a process to start: it would load the collector too, which measures nothing there and ends it.
    /// </summary>
    public static ProcessStartInfo WithoutProfiler(this ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(IsOfProfiler).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    private static bool IsOfProfiler(string name) => Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
