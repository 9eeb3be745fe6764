namespace MlNetDigits;

/// <summary>
/// A network laid out for vectors of a given width. The layers work on blocks of records, as matrix products, so that
/// the weights are read once for several records.
/// </summary>
internal sealed unsafe class PackedNetwork<TFloats> : IPackedNetwork, IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    // Enough to reuse the weights; the hidden values of so many stay in the first cache.
    private const int RowsPerBlock = 32;

    private readonly int _inputs;
    private readonly int _outputs;
    private readonly PackedLayer<TFloats> _hiddenLayer;
    private readonly PackedLayer<TFloats> _outputLayer;

    public PackedNetwork(NetworkWeights network)
    {
        (_inputs, _outputs) = (network.Inputs, network.Outputs);
        _hiddenLayer = new(network.HiddenWeights.Span, network.HiddenNodes, network.Inputs);
        _outputLayer = new(network.OutputWeights.Span, network.Outputs, network.HiddenNodes);
    }

    /// <inheritdoc/>
    public int ScratchLength => _hiddenLayer.Stride + _outputLayer.Stride;

    /// <inheritdoc/>
    public void RunOne(ReadOnlySpan<float> features, Span<float> scratch, Span<float> scores)
    {
        fixed (float* x = features)
        fixed (float* hidden = scratch)
        {
            _hiddenLayer.RunOne(x, hidden);
            _outputLayer.RunOne(hidden, hidden + _hiddenLayer.Stride);
        }

        scratch.Slice(_hiddenLayer.Stride, _outputs).CopyTo(scores);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void RunOne(
        ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Span<float> scratch, Span<float> scores)
    {
        fixed (int* index = indices)
        fixed (float* value = values)
        fixed (float* hidden = scratch)
        {
            _hiddenLayer.RunOne(index, value, values.Length, hidden);
            _outputLayer.RunOne(hidden, hidden + _hiddenLayer.Stride);
        }

        scratch.Slice(_hiddenLayer.Stride, _outputs).CopyTo(scores);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> rows, Span<float> scores, int threads)
    {
        var count = rows.Length / _inputs;
        var blocks = (count + RowsPerBlock - 1) / RowsPerBlock;
        var workers = Math.Clamp(threads, 1, Math.Max(blocks, 1));
        fixed (float* firstRow = rows)
        fixed (float* firstScore = scores)
        {
            if (workers == 1)
                RunBlocks(firstRow, firstScore, count, 0, blocks);
            else
                RunOnThreads((nint)firstRow, (nint)firstScore, count, blocks, workers);
        }

        // The kernels work on bare pointers, which do not keep the layers alive.
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hiddenLayer.Dispose();
        _outputLayer.Dispose();
    }

    private void RunOnThreads(nint rows, nint scores, int count, int blocks, int workers)
        => Parallel.For(0, workers, worker => RunBlocks(
            (float*)rows,
            (float*)scores,
            count,
            (int)((long)blocks * worker / workers),
            (int)((long)blocks * (worker + 1) / workers)));

    private void RunBlocks(float* rows, float* scores, int count, int first, int end)
    {
        using var hidden = new AlignedFloats((long)RowsPerBlock * _hiddenLayer.Stride);
        using var output = new AlignedFloats((long)RowsPerBlock * _outputLayer.Stride);
        for (var block = first; block < end; block++)
        {
            var start = block * RowsPerBlock;
            var rowsOfBlock = Math.Min(RowsPerBlock, count - start);
            _hiddenLayer.Run(rows + ((nint)start * _inputs), _inputs, rowsOfBlock, hidden.Pointer);
            _outputLayer.Run(hidden.Pointer, _hiddenLayer.Stride, rowsOfBlock, output.Pointer);
            for (var row = 0; row < rowsOfBlock; row++)
            {
                output.Span((long)row * _outputLayer.Stride, _outputs)
                    .CopyTo(new Span<float>(scores + ((nint)(start + row) * _outputs), _outputs));
            }
        }
    }
}
