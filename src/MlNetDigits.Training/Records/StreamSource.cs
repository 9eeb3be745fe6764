namespace MlNetDigits.Training;

/// <summary>Records that are read anew for each epoch, so that memory does not grow with their number.</summary>
/// <param name="readBlocks">Reads the data once, block by block.</param>
internal sealed class StreamSource(Func<IEnumerable<TrainingRecords>> readBlocks) : ITrainingSource
{
    /// <inheritdoc/>
    public long? Count { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<RecordBlock> ReadEpoch()
    {
        var count = 0L;
        foreach (var block in readBlocks())
        {
            count += block.Count;
            yield return RecordBlock.All(block);
        }

        Count = count;
    }
}
