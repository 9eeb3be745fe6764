using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>What came of one training of a sweep.</summary>
/// <param name="Run">What was trained.</param>
/// <param name="Measurements">One after each epoch, from the first to the last.</param>
/// <param name="Duration">How long it took, measuring included.</param>
public sealed record SweepRunResult(SweepRun Run, ImmutableArray<SweepMeasurement> Measurements, TimeSpan Duration)
{
    /// <summary>How the network does after some epochs.</summary>
    /// <param name="epochs">The number of epochs, in [1, number of measurements].</param>
    /// <returns>The measurement.</returns>
    public SweepMeasurement After(int epochs) => Measurements[epochs - 1];
}
