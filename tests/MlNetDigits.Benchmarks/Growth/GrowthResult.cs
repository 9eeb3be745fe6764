using System.Text.Json;

namespace MlNetDigits.Benchmarks;

/// <summary>What a training run of some size took; a line of JSON from a process of its own.</summary>
/// <param name="MicrosecondsPerRecord">Of the fastest epoch.</param>
/// <param name="PeakMemoryMB">The process's peak memory when training was done, in MiB.</param>
internal sealed record GrowthResult(double MicrosecondsPerRecord, double PeakMemoryMB)
{
    public static GrowthResult Parse(string line)
        => JsonSerializer.Deserialize<GrowthResult>(line) ?? throw new FormatException($"Not a result: {line}");

    public string ToJson() => JsonSerializer.Serialize(this);
}
