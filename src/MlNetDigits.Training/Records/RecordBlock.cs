namespace MlNetDigits.Training;

/// <summary>Records to go through.</summary>
/// <param name="Records">The records.</param>
/// <param name="Order">Which of them, in which order; not changed afterwards.</param>
internal sealed record RecordBlock(TrainingRecords Records, int[] Order)
{
    /// <summary>How many records are gone through.</summary>
    public int Count => Order.Length;

    /// <summary>All records, in the order of the data.</summary>
    public static RecordBlock All(TrainingRecords records) => new(records, EpochOrder.OfData(records.Count));
}
