namespace MlNetDigits;

/// <summary>
/// The two loops of sparse records over a panel of W1, for one width of panel: all its nodes stay in registers while the
/// records' features, or the features' records, go by.
/// </summary>
internal unsafe interface ITileKernels
{
    /// <summary>Makes the kernels for each panel.</summary>
    /// <typeparam name="TFloats">One vector.</typeparam>
    /// <param name="layout">The panels.</param>
    static ITileKernels[] CreateAll<TFloats>(PanelLayout layout)
        where TFloats : struct, IFloats<TFloats>
        => [.. Enumerable.Range(0, layout.Panels)
            .Select(panel => VectorParts.Dispatch<TFloats, ITileKernels>(layout.VectorsOf(panel), new Work()))];

    /// <summary><c>sums[r] += panel x'[r]</c> for each record, with the features of some grains.</summary>
    /// <param name="panel">The panel, <c>[inputs, width]</c>.</param>
    /// <param name="rows">The records x'.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="grain">The first grain.</param>
    /// <param name="endGrain">The grain after the last.</param>
    /// <param name="sums">The sums, <c>[count, stride]</c>, at the panel's first node.</param>
    /// <param name="stride">From one record's sums to the next's.</param>
    void Forward(float* panel, SparseRow* rows, int count, int grain, int endGrain, float* sums, int stride);

    /// <summary><c>panel += sum of delta[r] x'[r]^T</c> over the records of a block, in some columns.</summary>
    /// <param name="panel">The panel, <c>[inputs, width]</c>.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="masks">For each input, a bit for each record that differs in it, <c>[inputs]</c>; not 0 in the columns.</param>
    /// <param name="values">By how much, <c>[inputs, <see cref="TileBlock.Capacity"/>]</c>.</param>
    /// <param name="deltas">The deltas, <c>[records, stride]</c>, at the panel's first node.</param>
    /// <param name="stride">From one record's deltas to the next's.</param>
    void Update(float* panel, int* columns, int count, ushort* masks, float* values, float* deltas, int stride);

    private sealed class Work : IPartsWork<ITileKernels>
    {
        public ITileKernels Run<TA, TB, TC, TD>()
            where TA : struct, IFloats<TA>
            where TB : struct, IFloats<TB>
            where TC : struct, IFloats<TC>
            where TD : struct, IFloats<TD> => new TileKernels<TA, TB, TC, TD>();
    }
}
