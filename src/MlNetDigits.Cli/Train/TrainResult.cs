using System.Collections.Immutable;

namespace MlNetDigits.Cli.Train;

/// <summary>What came of a training run.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="TrainRows">The rows learned from.</param>
/// <param name="Epochs">The epochs, the last one perhaps cut short.</param>
/// <param name="Report">How the model does on the test part; null if there is none.</param>
/// <param name="Timings">Where the time went.</param>
/// <param name="Interrupted">Whether Ctrl+C ended training before its time.</param>
internal sealed record TrainResult(
    TrainPlan Plan,
    int TrainRows,
    ImmutableArray<EpochReport> Epochs,
    ClassificationReport? Report,
    Timings Timings,
    bool Interrupted);
