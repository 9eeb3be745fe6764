using System.Globalization;
using System.Runtime.InteropServices;

namespace MlNetDigits.Benchmarks;

/// <summary>Says what was measured on.</summary>
internal static class Machine
{
    public static string Describe(IEnumerable<Measurement> measurements)
    {
        IEnumerable<string> versions = measurements
            .SelectMany(measurement => measurement.Versions)
            .GroupBy(version => version.Key, version => version.Value)
            .Select(group => $"- {group.Key}: {string.Join(" and ", group.Distinct())}");
        return string.Join('\n', Describe().Concat(versions)) + '\n';
    }

    public static IEnumerable<string> Describe() =>
    [
        $"- Date: {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        $"- Processor: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}",
        $"- Memory: {Numbers.Text(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3))} GiB",
        $"- System: {RuntimeInformation.OSDescription}",
    ];

    /// <summary>For the row of a table that may be quoted alone: the processor and the versions.</summary>
    public static string RunsOn(IReadOnlyDictionary<string, string> versions)
        => string.Join("; ", versions.Select(version => $"{version.Key} {version.Value}").Prepend(Processor()));

    private static string Processor()
    {
        const string list = "/proc/cpuinfo";
        var line = File.Exists(list)
            ? File.ReadLines(list).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
    }
}
