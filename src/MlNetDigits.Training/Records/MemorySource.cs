namespace MlNetDigits.Training;

/// <summary>Records that are all in memory: one block.</summary>
internal sealed class MemorySource(RecordBlock records) : ITrainingSource
{
    /// <inheritdoc/>
    public long? Count => records.Count;

    /// <inheritdoc/>
    public IEnumerable<RecordBlock> ReadEpoch() => [records];
}
