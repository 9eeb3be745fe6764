namespace MlNetDigits.Training;

/// <summary>
/// W1 at work on groups of records. A group's sums come from the weights before any of the group's own updates.
/// </summary>
internal unsafe interface IInputLayer : IDisposable
{
    /// <summary>Takes W1, row-major <c>[hidden, inputs]</c>.</summary>
    void Pack(ReadOnlySpan<float> weights);

    /// <summary>Gives W1 back, row-major <c>[hidden, inputs]</c>.</summary>
    void Unpack(Span<float> weights);

    /// <summary>Brings the next group of records to the kernels.</summary>
    void Read(TrainingRecords records, ReadOnlySpan<int> group);

    /// <summary>
    /// Learns from the group before (as given by its deltas) and computes the sums of the group that was read last, in
    /// one go over the weights.
    /// </summary>
    /// <param name="deltas">The rate times the deltas of the group before, <c>[count, padded hidden]</c>.</param>
    /// <param name="z">Receives the sums of the group read last, <c>[count, padded hidden]</c>.</param>
    /// <param name="first">What is to be done with each panel before; null if nothing is.</param>
    void Advance(float* deltas, float* z, IPanelWork? first);

    /// <summary>Record <paramref name="record"/> of the group read last times those before it, for online learning.</summary>
    /// <param name="record">The record, in its group.</param>
    /// <returns><c>x[record] . x[j]</c> for each j before it; valid until the next call.</returns>
    float* Products(int record);
}
