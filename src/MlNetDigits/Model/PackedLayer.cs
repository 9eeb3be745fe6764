using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>A layer's weights laid out for the kernels: the values of its nodes for one record or many.</summary>
internal sealed unsafe class PackedLayer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly PanelLayout _layout;
    private readonly AlignedFloats _panels;
    private readonly AlignedFloats _weightSums;
    private readonly ITileKernels[] _kernels;

    /// <summary>Packs a layer.</summary>
    /// <param name="weights">The weights, row-major <c>[nodes, inputs]</c>.</param>
    /// <param name="nodes">The number of nodes.</param>
    /// <param name="inputs">The number of inputs.</param>
    public PackedLayer(ReadOnlySpan<float> weights, int nodes, int inputs)
    {
        _layout = new PanelLayout(inputs, nodes, TFloats.Width);
        _panels = new AlignedFloats((long)_layout.PaddedNodes * inputs);
        _layout.Pack(weights, _panels.Pointer);
        _weightSums = new AlignedFloats(_layout.PaddedNodes);
        for (var node = 0; node < nodes; node++)
            _weightSums.Pointer[node] = TensorPrimitives.Sum(weights.Slice(node * inputs, inputs));
        _kernels = ITileKernels.CreateAll<TFloats>(_layout);
    }

    /// <summary>From one record's results to the next's.</summary>
    public int Stride => _layout.PaddedNodes;

    /// <summary>Computes the layer's values for some records, as a matrix product.</summary>
    /// <param name="x">The records, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one record to the next.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="result">Receives the values, <c>[count, Stride]</c>; what only fills up is that of a sum of 0.</param>
    /// <param name="values">Which values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(float* x, int stride, int count, float* result, NodeValues values = NodeValues.Outputs)
    {
        new Span<float>(result, count * Stride).Clear();
        for (var panel = 0; panel < _layout.Panels; panel++)
        {
            DensePanel<TFloats>.Forward(
                Weights(panel), _layout.Width(panel), _layout.Inputs, x, stride, count, result + _layout.FirstNode(panel), Stride);
        }

        if (values == NodeValues.Outputs)
            SigmoidKernel<TFloats>.Apply(result, (nint)count * Stride);
    }

    /// <summary>Computes the layer's values for some sparse records.</summary>
    /// <param name="rows">By what the records differ from their backgrounds.</param>
    /// <param name="backgrounds">What each record's other features are, <c>[count]</c>.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="grains">The number of grains of a record.</param>
    /// <param name="grainsPerTile">How many grains are worked on for all records before the next.</param>
    /// <param name="result">Receives the values, <c>[count, Stride]</c>; what only fills up is 1/2.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(SparseRow* rows, float* backgrounds, int count, int grains, int grainsPerTile, float* result)
    {
        // W x = W (c 1 + x') = c (W 1) + W x'
        for (var record = 0; record < count; record++)
        {
            var background = TFloats.Create(backgrounds[record]);
            for (var node = 0; node < Stride; node += TFloats.Width)
                (background * TFloats.Load(_weightSums.Pointer + node)).Store(result + ((nint)record * Stride) + node);
        }

        for (var panel = 0; panel < _layout.Panels; panel++)
        {
            var weights = Weights(panel);
            var sums = result + _layout.FirstNode(panel);
            for (var grain = 0; grain < grains; grain += grainsPerTile)
                _kernels[panel].Forward(weights, rows, count, grain, Math.Min(grain + grainsPerTile, grains), sums, Stride);
        }

        SigmoidKernel<TFloats>.Apply(result, (nint)count * Stride);
    }

    /// <summary>How many grains make a tile of this layer's columns.</summary>
    /// <param name="grains">The grains.</param>
    /// <param name="features">How many features records have on average.</param>
    public int GrainsPerTile(FeatureGrains grains, long features) => grains.GrainsPerTile(_layout.MaxWidth, features);

    /// <inheritdoc/>
    public void Dispose()
    {
        _panels.Dispose();
        _weightSums.Dispose();
    }

    private float* Weights(int panel) => _panels.Pointer + _layout.Offset(panel);
}
