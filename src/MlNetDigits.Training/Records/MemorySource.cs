namespace MlNetDigits.Training;

/// <summary>Records that are all in memory: one block.</summary>
internal sealed class MemorySource(TrainingRecords records) : ITrainingSource
{
    /// <inheritdoc/>
    public long? Count => records.Count;

    /// <inheritdoc/>
    public IEnumerable<TrainingRecords> ReadEpoch() => [records];
}
