namespace MlNetDigits;

/// <summary>Room to score some records at a time: so many that the weights, once read, serve several.</summary>
internal sealed unsafe class PackedBlock<TFloats>(
    NetworkSizes sizes, PackedLayer<TFloats> hiddenLayer, PackedLayer<TFloats> outputLayer) : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    // The hidden values of so many records stay in the first cache.
    private const int MaxRecords = 32;

    // Of records with very many features, fewer at a time: the room is kept.
    private const int MaxFeatures = 1 << 20;

    private readonly FeatureGrains _grains = new(sizes.Inputs);
    private readonly AlignedFloats _hidden = new((long)CapacityFor(sizes) * hiddenLayer.Stride);
    private readonly AlignedFloats _output = new((long)CapacityFor(sizes) * outputLayer.Stride);
    private readonly AlignedFloats _differences = new((long)CapacityFor(sizes) * sizes.Inputs);
    private readonly int[] _indices = new int[CapacityFor(sizes) * sizes.Inputs];
    private readonly int[] _starts = new int[CapacityFor(sizes) * (new FeatureGrains(sizes.Inputs).Count + 1)];

    /// <summary>The most records at a time.</summary>
    public static int CapacityFor(NetworkSizes sizes) => Math.Clamp(MaxFeatures / sizes.Inputs, 1, MaxRecords);

    /// <summary>Scores records.</summary>
    /// <param name="rows">The records, <c>[count, inputs]</c>.</param>
    /// <param name="count">How many, at most <see cref="CapacityFor"/>.</param>
    /// <param name="results">Receives the values of the output nodes, <c>[count, outputs]</c>.</param>
    /// <param name="values">Which values.</param>
    public void Run(float* rows, int count, float* results, NodeValues values)
    {
        if (BackgroundRule.IsWorthwhile(rows, sizes.Inputs, count))
            RunSparse(rows, count);
        else
            hiddenLayer.Run(rows, sizes.Inputs, count, _hidden.Pointer);

        outputLayer.Run(_hidden.Pointer, hiddenLayer.Stride, count, _output.Pointer, values);
        for (var row = 0; row < count; row++, results += sizes.Outputs)
            _output.Span((long)row * outputLayer.Stride, sizes.Outputs).CopyTo(new Span<float>(results, sizes.Outputs));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hidden.Dispose();
        _output.Dispose();
        _differences.Dispose();
    }

    private void RunSparse(float* rows, int count)
    {
        var sparse = stackalloc SparseRow[MaxRecords];
        var backgrounds = stackalloc float[MaxRecords];
        fixed (int* indices = _indices)
        fixed (int* starts = _starts)
        {
            // One list after another, so that those of few features lie close together.
            var first = 0;
            for (var record = 0; record < count; record++, rows += sizes.Inputs)
            {
                var startsOfRow = starts + (record * (_grains.Count + 1));
                backgrounds[record] = *rows;
                BackgroundList.Fill(rows, *rows, _grains, indices, _differences.Pointer, first, startsOfRow);
                sparse[record] = new SparseRow(indices, _differences.Pointer, startsOfRow);
                first = startsOfRow[_grains.Count];
            }

            hiddenLayer.Run(
                sparse, backgrounds, count, _grains.Count, hiddenLayer.GrainsPerTile(_grains, first / count), _hidden.Pointer);
        }
    }
}
