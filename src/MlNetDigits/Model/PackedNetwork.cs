using System.Collections.Concurrent;
using System.Diagnostics;

namespace MlNetDigits;

/// <summary>
/// A network laid out for vectors of a given width. Records whose features are mostly equal, as those of a picture are,
/// are worked on by the others alone.
/// </summary>
internal sealed unsafe class PackedNetwork<TFloats> : IPackedNetwork, IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private const int FloatsPerCacheLine = 16;

    private readonly NetworkSizes _sizes;
    private readonly FeatureGrains _grains;
    private readonly PackedLayer<TFloats> _hiddenLayer;
    private readonly PackedLayer<TFloats> _outputLayer;
    private readonly AlignedFloats _outputRows;

    // Every feature: what a row differs in that has no background.
    private readonly int[] _allFeatures;

    // Room that was used before and is used again.
    private readonly ConcurrentBag<PackedBlock<TFloats>> _spareBlocks = [];

    public PackedNetwork(NetworkWeights network)
    {
        (_sizes, _grains) = (network.Sizes, new FeatureGrains(network.Inputs));
        _hiddenLayer = new(network.HiddenWeights.Span, network.HiddenNodes, network.Inputs);
        _outputLayer = new(network.OutputWeights.Span, network.Outputs, network.HiddenNodes);
        _allFeatures = [.. Enumerable.Range(0, network.Inputs)];
        _outputRows = new AlignedFloats((long)network.Outputs * _hiddenLayer.Stride);
        for (var output = 0; output < network.Outputs; output++)
        {
            network.OutputWeights.Span.Slice(output * network.HiddenNodes, network.HiddenNodes)
                .CopyTo(_outputRows.Span((long)output * _hiddenLayer.Stride, network.HiddenNodes));
        }
    }

    /// <inheritdoc/>
    public int ScratchLength
        => FloatsPerCacheLine + _hiddenLayer.Stride + _outputLayer.Stride + (2 * _sizes.Inputs) + _grains.Count + 1;

    /// <inheritdoc/>
    public ReadOnlySpan<float> RunOne(
        ReadOnlySpan<float> features, Span<float> scratch, Span<float> results, NodeValues values = NodeValues.Outputs)
    {
        Debug.Assert(features.Length == _sizes.Inputs, "A record has another length.");
        Debug.Assert(scratch.Length >= ScratchLength && results.Length >= _sizes.Outputs, "There is too little room.");
        fixed (float* x = features)
        fixed (float* start = scratch)
        {
            var hidden = Align(start);
            if (BackgroundRule.IsWorthwhile(x, _sizes.Inputs, 1))
            {
                var differences = hidden + _hiddenLayer.Stride + _outputLayer.Stride;
                var indices = (int*)(differences + _sizes.Inputs);
                var starts = indices + _sizes.Inputs;
                BackgroundList.Fill(x, *x, _grains, indices, differences, 0, starts);
                var row = new SparseRow(indices, differences, starts);
                _hiddenLayer.Run(&row, x, 1, _grains.Count, _grains.Count, hidden);
            }
            else
            {
                fixed (int* allFeatures = _allFeatures)
                    RunOne(allFeatures, x, _sizes.Inputs, hidden);
            }

            return Finish(start, hidden, scratch, results, values);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> RunOne(
        ReadOnlySpan<int> indices,
        ReadOnlySpan<float> features,
        Span<float> scratch,
        Span<float> results,
        NodeValues values = NodeValues.Outputs)
    {
        Debug.Assert(SparseIndices.AreRising(indices, _sizes.Inputs) && indices.Length == features.Length, "A record has other indices.");
        Debug.Assert(scratch.Length >= ScratchLength && results.Length >= _sizes.Outputs, "There is too little room.");
        fixed (int* index = indices)
        fixed (float* x = features)
        fixed (float* start = scratch)
        {
            var hidden = Align(start);
            RunOne(index, x, indices.Length, hidden);
            return Finish(start, hidden, scratch, results, values);
        }
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> rows, Span<float> results, int threads, NodeValues values = NodeValues.Outputs)
    {
        var count = rows.Length / _sizes.Inputs;
        var capacity = PackedBlock<TFloats>.CapacityFor(_sizes);
        var blocks = (count + capacity - 1) / capacity;
        var workers = Math.Clamp(threads, 1, Math.Max(blocks, 1));
        fixed (float* firstRow = rows)
        fixed (float* firstResult = results)
        {
            if (workers == 1)
                RunBlocks(firstRow, firstResult, count, 0, blocks, values);
            else
                RunOnThreads((nint)firstRow, (nint)firstResult, count, blocks, workers, values);
        }

        // The kernels work on bare pointers, which do not keep the layers alive.
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hiddenLayer.Dispose();
        _outputLayer.Dispose();
        _outputRows.Dispose();
        foreach (var block in _spareBlocks)
            block.Dispose();
    }

    /// <summary>The values of the hidden nodes for one record of which what is not listed is 0.</summary>
    private void RunOne(int* indices, float* values, int count, float* hidden)
    {
        var ends = stackalloc int[] { 0, count };
        var row = new SparseRow(indices, values, ends);
        var background = 0f;
        _hiddenLayer.Run(&row, &background, 1, 1, 1, hidden);
    }

    /// <summary>From the values of the hidden nodes to those of the output nodes.</summary>
    /// <returns>The values of the hidden nodes.</returns>
    private ReadOnlySpan<float> Finish(
        float* start, float* hidden, Span<float> scratch, Span<float> results, NodeValues values)
    {
        // What fills up the hidden nodes meets zeros.
        var outputs = hidden + _hiddenLayer.Stride;
        DotsKernel<TFloats>.Run(_outputRows.Pointer, _hiddenLayer.Stride, _sizes.Outputs, hidden, outputs);
        if (values == NodeValues.Outputs)
            SigmoidKernel<TFloats>.Apply(outputs, _outputLayer.Stride);
        new Span<float>(outputs, _sizes.Outputs).CopyTo(results);
        GC.KeepAlive(this);
        return scratch.Slice((int)(hidden - start), _sizes.HiddenNodes);
    }

    /// <summary>The first place that no vector read from it lies across two cache lines.</summary>
    private static float* Align(float* start)
    {
        const nint bytes = FloatsPerCacheLine * sizeof(float);
        return (float*)(((nint)start + bytes - 1) / bytes * bytes);
    }

    private void RunOnThreads(nint rows, nint results, int count, int blocks, int workers, NodeValues values)
        => Parallel.For(0, workers, worker => RunBlocks(
            (float*)rows,
            (float*)results,
            count,
            (int)((long)blocks * worker / workers),
            (int)((long)blocks * (worker + 1) / workers),
            values));

    private void RunBlocks(float* rows, float* results, int count, int first, int end, NodeValues values)
    {
        if (!_spareBlocks.TryTake(out var block))
            block = new PackedBlock<TFloats>(_sizes, _hiddenLayer, _outputLayer);
        var capacity = PackedBlock<TFloats>.CapacityFor(_sizes);
        for (var number = first; number < end; number++)
        {
            nint start = number * capacity;
            block.Run(
                rows + (start * _sizes.Inputs),
                Math.Min(capacity, count - (int)start),
                results + (start * _sizes.Outputs),
                values);
        }

        _spareBlocks.Add(block);
    }
}
