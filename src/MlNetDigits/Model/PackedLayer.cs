using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>A layer's weights laid out for the matrix kernels: scores many records at once.</summary>
internal sealed unsafe class PackedLayer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly PanelLayout _layout;
    private readonly AlignedFloats _panels;
    private readonly int[] _columns;

    /// <summary>Packs a layer.</summary>
    /// <param name="weights">The weights, row-major <c>[nodes, inputs]</c>.</param>
    /// <param name="nodes">The number of nodes.</param>
    /// <param name="inputs">The number of inputs.</param>
    public PackedLayer(ReadOnlySpan<float> weights, int nodes, int inputs)
    {
        _layout = new PanelLayout(inputs, nodes, TFloats.Width);
        _panels = new AlignedFloats((long)_layout.PaddedNodes * inputs);
        _layout.Pack(weights, _panels.Span(0, (int)_panels.Length));
        _columns = [.. Enumerable.Range(0, inputs)];
    }

    /// <summary>From one record's results to the next's.</summary>
    public int Stride => _layout.PaddedNodes;

    /// <summary>Computes the layer's values for some records.</summary>
    /// <param name="x">The records, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one record to the next.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="result">Receives the values, <c>[count, Stride]</c>; what only fills up is 1/2.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(float* x, int stride, int count, float* result)
    {
        var floats = (nint)count * Stride;
        new Span<float>(result, (int)floats).Clear();
        fixed (int* columns = _columns)
        {
            for (var panel = 0; panel < _layout.Panels; panel++)
            {
                var weights = _panels.Pointer + _layout.Offset(panel);
                var sums = result + _layout.FirstNode(panel);
                if (_layout.IsWide(panel))
                    DenseKernel<Floats4<TFloats>>.Forward(weights, columns, _layout.Inputs, x, stride, count, sums, Stride);
                else
                    DenseKernel<TFloats>.Forward(weights, columns, _layout.Inputs, x, stride, count, sums, Stride);
            }
        }

        ApplySigmoid(result, floats);
    }

    /// <summary>Computes the layer's values for one record.</summary>
    /// <param name="x">The record, <c>[inputs]</c>.</param>
    /// <param name="result">Receives the values, <c>[Stride]</c>; what only fills up is 1/2.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunOne(float* x, float* result)
    {
        new Span<float>(result, Stride).Clear();
        for (var panel = 0; panel < _layout.Panels; panel++)
        {
            var weights = _panels.Pointer + _layout.Offset(panel);
            var sums = result + _layout.FirstNode(panel);
            if (_layout.IsWide(panel))
                DenseKernel<Floats4<TFloats>>.ForwardOne(weights, _layout.Inputs, x, sums);
            else
                DenseKernel<TFloats>.ForwardOne(weights, _layout.Inputs, x, sums);
        }

        ApplySigmoid(result, Stride);
    }

    /// <summary>Computes the layer's values for one sparse record: what is not given is 0.</summary>
    /// <param name="indices">Which inputs, each in [0, inputs).</param>
    /// <param name="values">Their values.</param>
    /// <param name="count">How many.</param>
    /// <param name="result">Receives the values, <c>[Stride]</c>; what only fills up is 1/2.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunOne(int* indices, float* values, int count, float* result)
    {
        new Span<float>(result, Stride).Clear();
        for (var panel = 0; panel < _layout.Panels; panel++)
        {
            var weights = _panels.Pointer + _layout.Offset(panel);
            var sums = result + _layout.FirstNode(panel);
            if (_layout.IsWide(panel))
                SparseKernel<Floats4<TFloats>>.Forward(weights, indices, values, count, sums);
            else
                SparseKernel<TFloats>.Forward(weights, indices, values, count, sums);
        }

        ApplySigmoid(result, Stride);
    }

    /// <inheritdoc/>
    public void Dispose() => _panels.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplySigmoid(float* values, nint count)
    {
        for (nint i = 0; i < count; i += TFloats.Width)
            Sigmoid<TFloats>.Of(TFloats.Load(values + i)).Store(values + i);
    }
}
