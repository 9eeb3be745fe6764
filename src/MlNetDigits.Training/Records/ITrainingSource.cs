namespace MlNetDigits.Training;

/// <summary>Where an epoch's records come from.</summary>
internal interface ITrainingSource
{
    /// <summary>The number of records of an epoch; null as long as it is not known.</summary>
    long? Count { get; }

    /// <summary>An epoch's records, in the order of the data, block after block.</summary>
    IEnumerable<RecordBlock> ReadEpoch();
}
