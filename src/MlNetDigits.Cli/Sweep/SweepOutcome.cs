using System.Collections.Immutable;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>What came of a sweep.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="TrainRows">The rows of the training data.</param>
/// <param name="TestRows">The rows of the test data; null if there is none.</param>
/// <param name="Result">How each setting does, on the test data or on what was held back.</param>
/// <param name="OnTest">
/// How the best setting does on the test data when trained on all training data; null if the test data chose it, if
/// there is none, or if the sweep was interrupted.
/// </param>
/// <param name="IsInterrupted">Whether trainings are missing, of the sweep or of the test of its best setting.</param>
/// <param name="Seconds">How long it took as a whole, reading included.</param>
internal sealed record SweepOutcome(
    SweepPlan Plan,
    int TrainRows,
    int? TestRows,
    SweepResult Result,
    SweepCell? OnTest,
    bool IsInterrupted,
    double Seconds)
{
    /// <summary>What stands in the way of a result, a sentence each; it was said before the trainings.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Where tables and charts are; null if nothing was kept.</summary>
    public string? Folder { get; init; }
}
