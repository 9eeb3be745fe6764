namespace MlNetDigits.Training;

/// <summary>
/// Owns the weights of a network while it is trained: made from the weights to start from, it does the arithmetic of one
/// epoch after another, and gives back what it has learned so far.
/// </summary>
internal interface ITrainingEngine : IDisposable
{
    /// <summary>Learns from the records in the given order, batch after batch.</summary>
    /// <param name="work">The records, and what there is to know of the epoch.</param>
    /// <param name="goOn">
    /// Told after each batch, or each few, how many records of <paramref name="work"/> were seen; false ends the epoch there.
    /// </param>
    /// <returns>What was learned from, and how well the network did on it.</returns>
    EpochOutcome TrainEpoch(EpochWork work, Func<int, bool> goOn);

    /// <summary>Copies what the optimizer remembers; null if it remembers nothing.</summary>
    /// <exception cref="ArgumentException">A number is no longer finite.</exception>
    OptimizerState? ToOptimizerState();

    /// <summary>Copies what was learned so far.</summary>
    /// <exception cref="ArgumentException">A weight is no longer finite.</exception>
    NetworkWeights ToWeights();
}
