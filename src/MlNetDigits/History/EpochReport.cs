namespace MlNetDigits;

/// <summary>How an epoch of training went.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="RecordsSeen">How many records training has seen so far, those of earlier epochs included.</param>
/// <param name="TrainingError">
/// The mean loss over the epoch's records, each measured just before the network learned from it: <c>1/2 sum (t - o)^2</c>,
/// or the cross-entropy <c>-sum t log p</c> where that is what is trained.
/// </param>
/// <param name="Validation">How the weights do on the validation set; null without one.</param>
/// <param name="Duration">The time that the epoch's training took, without validation.</param>
/// <param name="Elapsed">The time since training began; of a resumed run, that of its earlier part included.</param>
/// <param name="IsComplete">False if the epoch was cut short.</param>
public sealed record EpochReport(
    int Epoch,
    long RecordsSeen,
    double TrainingError,
    ValidationMetrics? Validation,
    TimeSpan Duration,
    TimeSpan Elapsed,
    bool IsComplete);
