namespace MlNetDigits.Training;

/// <summary>Holds records back from training, to measure on.</summary>
internal static class ValidationSplit
{
    // Weights are drawn from stream 0 of a seed, orders from those of the epochs, which count from 1.
    private const int Stream = -1;

    /// <summary>Draws the records to hold back.</summary>
    /// <param name="records">All records.</param>
    /// <param name="fraction">The share to hold back, in (0, 1); at least one record stays on either side.</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>The records to learn from and those to measure on, each in the order of the data.</returns>
    public static (RecordBlock Training, RecordBlock Validation) Draw(TrainingRecords records, double fraction, int seed)
    {
        if (records.Count < 2)
            throw new InvalidOperationException($"{records.Count} records are too few to hold some back; there must be at least 2.");

        var held = Math.Clamp((int)Math.Round(records.Count * fraction), 1, records.Count - 1);
        var drawn = EpochOrder.Shuffled(EpochOrder.OfData(records.Count), seed, Stream);
        return (
            new RecordBlock(records, [.. drawn[held..].Order()]),
            new RecordBlock(records, [.. drawn[..held].Order()]));
    }
}
