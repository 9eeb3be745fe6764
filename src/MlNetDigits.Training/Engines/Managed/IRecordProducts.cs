namespace MlNetDigits.Training;

/// <summary>The products of the records of a group with one another, which online learning by groups needs.</summary>
internal unsafe interface IRecordProducts
{
    /// <summary>Record <paramref name="record"/> of the group read last times those before it, for online learning.</summary>
    /// <param name="record">The record, in its group.</param>
    /// <param name="products">Receives <c>x[record] . x[j]</c> for each j before it.</param>
    void Products(int record, float* products);
}
