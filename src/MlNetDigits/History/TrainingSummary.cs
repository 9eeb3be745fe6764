using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What <c>Fit</c> has to say beside the model: how training went, and why it ended.</summary>
/// <param name="History">All epochs, those before a resumed run's break included; the last may have been cut short.</param>
/// <param name="StopReason">Why training ended.</param>
/// <param name="Seed">The seed that decided every random number: that of <c>MLContext</c>, or one that was drawn.</param>
/// <param name="ModelEpoch">
/// The epoch whose weights the model has: with early stopping the best one, else the last; null if there was none.
/// </param>
/// <param name="Warnings">
/// What a user should know before relying on the model, a sentence each: rows that were left out, a network that has
/// learned nothing.
/// </param>
public sealed record TrainingSummary(
    TrainingHistory History, StopReason StopReason, int Seed, EpochReport? ModelEpoch, ImmutableArray<string> Warnings)
{
    /// <summary>The epoch with the best validation; null if none was validated.</summary>
    public EpochReport? BestEpoch => History.Best;
}
