using System.Collections.Immutable;

namespace MlNetDigits.Cli.Train;

/// <summary>What came of a training run.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="TrainRows">The rows learned from, or held back from them.</param>
/// <param name="Summary">How training went, in at least one epoch.</param>
/// <param name="Report">How the model does on the test part; null if there is none.</param>
/// <param name="Timings">Where the time went.</param>
/// <param name="ModelPath">Where the model is.</param>
/// <param name="RunFolder">The run folder; null if none was asked for.</param>
internal sealed record TrainResult(
    TrainPlan Plan,
    int TrainRows,
    TrainingSummary Summary,
    ClassificationReport? Report,
    Timings Timings,
    string ModelPath,
    string? RunFolder)
{
    /// <summary>What was said of the data before training.</summary>
    public ImmutableArray<string> DataWarnings { get; init; } = [];

    /// <summary>Whether Ctrl+C ended training before its time.</summary>
    public bool IsInterrupted => Summary.StopReason == StopReason.Cancelled;
}
