using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>What came of a sweep.</summary>
public sealed record SweepResult
{
    /// <summary>Gathers the trainings of a sweep into settings.</summary>
    /// <param name="grid">What was asked for.</param>
    /// <param name="runs">The finished trainings, each with as many measurements as the grid has epochs at most.</param>
    /// <param name="missing">The others.</param>
    /// <param name="parallelism">How many trainings ran at once.</param>
    /// <param name="duration">How long it took.</param>
    public SweepResult(
        SweepGrid grid,
        ImmutableArray<SweepRunResult> runs,
        ImmutableArray<SweepRun> missing,
        int parallelism,
        TimeSpan duration)
    {
        (Grid, Runs, Missing, Parallelism, Duration) = (grid, runs, missing, parallelism, duration);
        Cells = [.. SweepCell.Of(grid, runs)];
        Best = Cells
            .OrderByDescending(IsComplete)
            .ThenByDescending(ExactAccuracy)
            .ThenBy(cell => cell.HiddenNodes)
            .ThenBy(cell => cell.Epochs)
            .FirstOrDefault();
    }

    /// <summary>What was asked for.</summary>
    public SweepGrid Grid { get; }

    /// <summary>The trainings that were finished, in the grid's order. They do not depend on the parallelism.</summary>
    public ImmutableArray<SweepRunResult> Runs { get; }

    /// <summary>The others, in the same order; there are some only if the sweep was cancelled.</summary>
    public ImmutableArray<SweepRun> Missing { get; }

    /// <summary>How many trainings ran at once.</summary>
    public int Parallelism { get; }

    /// <summary>How long the sweep took, without reading the data.</summary>
    public TimeSpan Duration { get; }

    /// <summary>
    /// Every setting with at least one finished training: by hidden nodes, then learning rate, then epochs.
    /// </summary>
    public ImmutableArray<SweepCell> Cells { get; }

    /// <summary>
    /// The setting with the highest mean accuracy among those whose seeds were all trained, or among all if there is no
    /// such; of equal ones the one with the fewest hidden nodes, then the fewest epochs. Null if nothing was finished.
    /// </summary>
    public SweepCell? Best { get; }

    /// <summary>Whether all seeds of a setting were trained.</summary>
    /// <param name="cell">The setting.</param>
    /// <returns>False if the sweep was cancelled before.</returns>
    public bool IsComplete(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Measurements.Length == Grid.Seeds;
    }

    // Sums of fractions differ in their last places, and would decide between settings that are equally good.
    private static decimal ExactAccuracy(SweepCell cell)
        => (decimal)cell.Measurements.Sum(measured => measured.Right) / cell.Measurements.Sum(measured => measured.Rows);
}
