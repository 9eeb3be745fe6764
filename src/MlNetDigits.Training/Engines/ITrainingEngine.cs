namespace MlNetDigits.Training;

/// <summary>
/// Owns the weights of a network while it is trained: made from the weights to start from, it does the arithmetic of one
/// epoch after another, and gives back what it has learned so far.
/// </summary>
internal interface ITrainingEngine : IDisposable
{
    /// <summary>Learns from the records in the given order, batch after batch.</summary>
    /// <param name="records">The records.</param>
    /// <param name="order">Which records, in which order.</param>
    /// <param name="goOn">
    /// Told after each batch, or each few, how many records of the epoch were seen; false ends the epoch there.
    /// </param>
    /// <returns>What was learned from, and how well the network did on it.</returns>
    EpochOutcome TrainEpoch(TrainingRecords records, ReadOnlySpan<int> order, Func<int, bool> goOn);

    /// <summary>Copies what was learned so far.</summary>
    /// <exception cref="ArgumentException">A weight is no longer finite.</exception>
    NetworkWeights ToWeights();
}
