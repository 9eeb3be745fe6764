namespace MlNetDigits.Training;

/// <summary>What training knows between two epochs, beside the weights.</summary>
/// <param name="History">The epochs so far.</param>
/// <param name="BestWeights">The weights after the best of them; null as long as none was validated.</param>
internal sealed record TrainingState(TrainingHistory History, NetworkWeights? BestWeights)
{
    /// <summary>Before the first epoch.</summary>
    public static TrainingState Start { get; } = new(TrainingHistory.Empty, BestWeights: null);

    private EpochReport? Last => History.Epochs is [.., var last] ? last : null;

    /// <summary>The epoch to come, counted from 1.</summary>
    public int NextEpoch => History.Epochs.Length + 1;

    /// <summary>How many records training has seen.</summary>
    public long RecordsSeen => Last?.RecordsSeen ?? 0;

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => Last?.Elapsed ?? TimeSpan.Zero;

    /// <summary>The state after one more epoch.</summary>
    /// <param name="report">How it went.</param>
    /// <param name="weights">The weights after it.</param>
    public TrainingState After(EpochReport report, NetworkWeights weights)
    {
        var history = History.With(report);
        return new TrainingState(history, ReferenceEquals(history.Best, report) ? weights : BestWeights);
    }
}
