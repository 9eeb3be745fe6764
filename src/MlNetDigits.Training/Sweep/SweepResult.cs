using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>What came of a sweep.</summary>
/// <param name="Grid">What was asked for.</param>
/// <param name="Runs">The trainings that were finished, in the grid's order. They do not depend on the parallelism.</param>
/// <param name="Missing">The others, in the same order; there are some only if the sweep was cancelled.</param>
/// <param name="Parallelism">How many trainings ran at once.</param>
/// <param name="Duration">How long the sweep took, without reading the data.</param>
public sealed record SweepResult(
    SweepGrid Grid,
    ImmutableArray<SweepRunResult> Runs,
    ImmutableArray<SweepRun> Missing,
    int Parallelism,
    TimeSpan Duration)
{
    /// <summary>
    /// Every setting with at least one finished training: by hidden nodes, then learning rate, then epochs.
    /// </summary>
    public ImmutableArray<SweepCell> Cells { get; } = [.. SweepCell.Of(Grid, Runs)];

    /// <summary>
    /// The setting with the highest mean accuracy among those whose seeds were all trained, or among all if there is no
    /// such; of equal ones the one with the fewest hidden nodes, then the fewest epochs. Null if nothing was finished.
    /// </summary>
    public SweepCell? Best => Cells
        .OrderByDescending(IsComplete)
        .ThenByDescending(cell => cell.Accuracy.Mean)
        .ThenBy(cell => cell.HiddenNodes)
        .ThenBy(cell => cell.Epochs)
        .FirstOrDefault();

    /// <summary>Whether all seeds of a setting were trained.</summary>
    /// <param name="cell">The setting.</param>
    /// <returns>False if the sweep was cancelled before.</returns>
    public bool IsComplete(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Accuracy.Seeds == Grid.Seeds;
    }
}
