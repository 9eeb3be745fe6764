using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlNetDigits.Benchmarks;

/// <summary>What one training run of one contender gave; a line of JSON, which the peers in Python print too.</summary>
/// <param name="Contender">Who trained.</param>
/// <param name="Records">The records of an epoch.</param>
/// <param name="Epochs">The epochs; null if the trainer itself decides when it is done.</param>
/// <param name="BatchSize">The records of an update; null if the trainer itself decides that too.</param>
/// <param name="Threads">The threads that it was allowed.</param>
/// <param name="Seconds">How long training took, without reading data and without testing.</param>
/// <param name="MicrosecondsPerRecord">
/// The same for a record of an epoch; of the whole training where Epochs is null.
/// </param>
/// <param name="TestAccuracy">The share of right answers on the 10,000 test images.</param>
/// <param name="PeakMemoryMB">The process's peak memory when training was done, in MiB.</param>
/// <param name="Versions">What it ran on.</param>
internal sealed record Measurement(
    string Contender,
    int Records,
    int? Epochs,
    int? BatchSize,
    int Threads,
    double Seconds,
    double MicrosecondsPerRecord,
    double TestAccuracy,
    double PeakMemoryMB,
    IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>MNIST's own number of training records.</summary>
    public const int FullEpoch = 60_000;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Whether every training record was seen, so that the accuracy can be compared.</summary>
    [JsonIgnore]
    public bool IsFull => Records == FullEpoch;

    /// <param name="contender">Who trained.</param>
    /// <param name="settings">What it was given.</param>
    /// <param name="ownPace">Whether the trainer itself decides when it is done, and takes no batch size.</param>
    /// <param name="run">How it went.</param>
    /// <param name="accuracy">The share of right answers.</param>
    /// <param name="packages">What it is made of; <see cref="ProcessVersions"/> knows the names.</param>
    public static Measurement Create(
        string contender,
        CompareSettings settings,
        bool ownPace,
        TrainingRun run,
        double accuracy,
        params ReadOnlySpan<string> packages)
        => new(
            contender,
            settings.Records,
            ownPace ? null : settings.Epochs,
            ownPace ? null : settings.BatchSize,
            settings.Threads,
            Math.Round(run.Seconds, 4),
            Math.Round(run.Seconds * 1e6 / ((double)settings.Records * (ownPace ? 1 : settings.Epochs)), 3),
            Math.Round(accuracy, 4),
            Math.Round(run.PeakMemoryMB, 1),
            ProcessVersions.Read(packages));

    public static Measurement Parse(string line)
        => JsonSerializer.Deserialize<Measurement>(line, Format)
            ?? throw new FormatException($"Not a measurement: {line}");

    public string ToJson() => JsonSerializer.Serialize(this, Format);
}
