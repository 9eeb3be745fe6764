namespace MlNetDigits.Training;

/// <summary>
/// Does the arithmetic of an epoch on the parameters of a <see cref="SigmoidModule"/>, which hold the weights before
/// and after.
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
}
