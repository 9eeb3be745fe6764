using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>One setting of a sweep, and how its networks do.</summary>
/// <param name="HiddenNodes">The number of hidden nodes.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Measurements">One for each seed whose training was finished, by seed; at least one.</param>
public sealed record SweepCell(
    int HiddenNodes, float LearningRate, int Epochs, ImmutableArray<SweepMeasurement> Measurements)
{
    /// <summary>The accuracy over the seeds, in [0, 1].</summary>
    public SeedSpread Accuracy => SeedSpread.Of(Measurements.Select(measurement => measurement.Accuracy));

    /// <summary>The error on the measured records over the seeds.</summary>
    public SeedSpread Error => SeedSpread.Of(Measurements.Select(measurement => measurement.Error));

    /// <summary>The training error of the last epoch over the seeds.</summary>
    public SeedSpread TrainingError => SeedSpread.Of(Measurements.Select(measurement => measurement.TrainingError));

    /// <summary>Gathers runs into settings: by hidden nodes, then learning rate, then epochs.</summary>
    internal static IEnumerable<SweepCell> Of(SweepGrid grid, IEnumerable<SweepRunResult> runs)
    {
        var byNetwork = runs.OrderBy(result => result.Run.Seed)
            .ToLookup(result => (result.Run.HiddenNodes, result.Run.LearningRate));
        return
            from hidden in grid.HiddenNodes
            from rate in grid.LearningRates
            where byNetwork.Contains((hidden, rate))
            from epochs in grid.Epochs
            select new SweepCell(
                hidden, rate, epochs, [.. byNetwork[(hidden, rate)].Select(result => result.After(epochs))]);
    }
}
