using System.Text.Json;

namespace MlNetDigits.Benchmarks;

/// <summary>How fast one way of scoring was in one process; a line of JSON.</summary>
/// <param name="Scorer">Who scored, and how.</param>
/// <param name="Rows">The rows of a call.</param>
/// <param name="Threads">The threads that it was allowed.</param>
/// <param name="Microseconds">The time of a row.</param>
/// <param name="BytesAllocated">Of managed memory, for a row.</param>
/// <param name="Difference">How far its scores are from those of <c>Query</c>, at most.</param>
/// <param name="Versions">What it ran on.</param>
internal sealed record ScoringMeasurement(
    string Scorer,
    int Rows,
    int Threads,
    double Microseconds,
    double BytesAllocated,
    double Difference,
    IReadOnlyDictionary<string, string> Versions)
{
    public static ScoringMeasurement Parse(string line)
        => JsonSerializer.Deserialize<ScoringMeasurement>(line)
            ?? throw new FormatException($"Not a measurement: {line}");

    public string ToJson() => JsonSerializer.Serialize(this);
}
