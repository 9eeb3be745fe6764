namespace MlNetDigits.Training;

/// <summary>Whether training ends between two epochs.</summary>
internal static class StopRule
{
    /// <summary>Why training ends where it is.</summary>
    /// <param name="history">The epochs so far.</param>
    /// <param name="options">How many there are to be, how long there is patience, and whether somebody asks to stop.</param>
    /// <param name="decision">The caller's answer to the last epoch's report.</param>
    /// <returns>The reason; null to run another epoch.</returns>
    public static StopReason? Find(TrainingHistory history, SigmoidNetworkOptions options, EpochDecision decision)
    {
        var last = history.Epochs is [.., var epoch] ? epoch : null;
        if (last is { IsComplete: false })
            return StopReason.Cancelled;
        if (last?.Epoch >= options.Epochs)
            return StopReason.EpochsCompleted;
        if (decision == EpochDecision.Stop)
            return StopReason.StoppedByCaller;
        if (history.EpochsSinceBest >= options.EarlyStoppingPatience)
            return StopReason.StoppedEarly;
        return options.CancellationToken.IsCancellationRequested ? StopReason.Cancelled : null;
    }
}
