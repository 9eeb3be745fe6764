namespace MlNetDigits.Training;

/// <summary>
/// A group of records that are mostly one value, as the kernels want them: by how much they differ from it.
/// </summary>
/// <remarks>
/// Structs, so that <see cref="BackgroundInputLayer{TFloats, TGroup}"/> is compiled for each of them and calls it
/// directly: through the interface, its generic methods would be looked up for each panel of each group.
/// </remarks>
internal unsafe interface IBackgroundGroup : IDisposable
{
    /// <summary>The number of records.</summary>
    int Count { get; }

    /// <summary>By how much each record's features differ in all, <c>[Count]</c> or more.</summary>
    float[] Sums { get; }

    /// <summary>Takes records.</summary>
    void Read(TrainingRecords records, ReadOnlySpan<int> group);

    /// <summary><c>panel += d[r] x'[r]^T</c> for each record.</summary>
    /// <param name="panel">The panel, <c>[inputs, width]</c>.</param>
    /// <param name="deltas">The records' deltas d, <c>[Count, stride]</c>, at the panel's first node.</param>
    /// <param name="stride">From one record's deltas to the next's.</param>
    void Update<TPanel>(float* panel, float* deltas, int stride)
        where TPanel : struct, IFloats<TPanel>;

    /// <summary><c>z[r] += panel x'[r]</c> for each record.</summary>
    /// <param name="panel">The panel, <c>[inputs, width]</c>.</param>
    /// <param name="z">The sums, <c>[Count, stride]</c>, at the panel's first node.</param>
    /// <param name="stride">From one record's sums to the next's.</param>
    void Forward<TPanel>(float* panel, float* z, int stride)
        where TPanel : struct, IFloats<TPanel>;
}
