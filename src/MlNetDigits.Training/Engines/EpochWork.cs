namespace MlNetDigits.Training;

/// <summary>What an engine is to learn from: an epoch, or a block of one.</summary>
/// <param name="Records">The records.</param>
/// <param name="Order">
/// Which of them, in which order; not changed afterwards. Where a distorter makes n copies of each, copy c of record r is
/// number n r + c here, and counts as a record in all that is said of the epoch.
/// </param>
/// <param name="Rates">The learning rates of the run.</param>
internal sealed record EpochWork(TrainingRecords Records, ReadOnlyMemory<int> Order, RateCourse Rates)
{
    /// <summary>The epoch, counted from 1.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>How many records the run has seen before.</summary>
    public long SeenBefore { get; init; }

    /// <summary>Distorts each record before it is learned from; null if they are learned from as they are.</summary>
    public RecordDistorter? Distorter { get; init; }

    /// <summary>The number of the first of <see cref="Records"/> in the data.</summary>
    public long FirstRecord { get; init; }
}
