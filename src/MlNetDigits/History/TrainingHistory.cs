using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>How a training run went.</summary>
/// <param name="Epochs">Its epochs in their order; the last may have been cut short.</param>
public sealed record TrainingHistory(ImmutableArray<EpochReport> Epochs)
{
    /// <summary>A run that has not begun.</summary>
    public static TrainingHistory Empty { get; } = new([]);

    /// <summary>
    /// The best epoch: that of the highest validation accuracy; of equal ones, that of the lowest validation error, then
    /// the earliest. Null if no epoch was validated.
    /// </summary>
    public EpochReport? Best => Epochs
        .Where(epoch => epoch.Validation is not null)
        .Aggregate(default(EpochReport), (best, epoch) => best is null || IsBetter(epoch, best) ? epoch : best);

    /// <summary>How many epochs there were since the best one; 0 if none was validated.</summary>
    internal int EpochsSinceBest => Best is { } best ? Epochs[^1].Epoch - best.Epoch : 0;

    /// <summary>The history with one more epoch.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <returns>A longer history.</returns>
    public TrainingHistory With(EpochReport epoch) => new(Epochs.Add(epoch));

    private static bool IsBetter(EpochReport epoch, EpochReport best)
        => (epoch.Validation!.MicroAccuracy, -epoch.Validation.Error)
            .CompareTo((best.Validation!.MicroAccuracy, -best.Validation.Error)) > 0;
}
