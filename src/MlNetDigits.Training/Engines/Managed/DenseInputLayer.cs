using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>W1 for records of which every feature counts: matrix products of groups of records.</summary>
internal sealed unsafe class DenseInputLayer<TFloats> : IInputLayer, IPanelWork
    where TFloats : struct, IFloatMath<TFloats>
{
    // The deltas of so many records stay in the first cache beside the weights.
    private const int RecordsPerUpdate = 32;

    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly AlignedFloats _panels;
    private readonly AlignedFloats _products;
    private AlignedFloats _before;
    private AlignedFloats _current;
    private int _beforeCount;
    private int _currentCount;
    private float* _deltas;
    private float* _z;

    public DenseInputLayer(PanelLayout layout, PanelRunner runner, int groupSize)
    {
        (_layout, _runner) = (layout, runner);
        _panels = new AlignedFloats((long)layout.PaddedNodes * layout.Inputs);
        _products = new AlignedFloats(groupSize);
        _before = new AlignedFloats((long)groupSize * layout.Inputs);
        _current = new AlignedFloats((long)groupSize * layout.Inputs);
    }

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<float> weights) => _layout.Pack(weights, _panels.Pointer);

    /// <inheritdoc/>
    public void Unpack(Span<float> weights) => _layout.Unpack(_panels.Pointer, weights);

    /// <inheritdoc/>
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        (_before, _current) = (_current, _before);
        (_beforeCount, _currentCount) = (_currentCount, group.Length);
        for (var record = 0; record < group.Length; record++)
            records.CopyFeatures(group[record], _current.Span((long)record * _layout.Inputs, _layout.Inputs));
    }

    /// <inheritdoc/>
    public void Advance(float* deltas, float* z)
    {
        _deltas = deltas;
        _z = z;
        new Span<float>(z, _currentCount * _layout.PaddedNodes).Clear();
        _runner.Run(this, _layout.Panels, _currentCount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float* Products(int record)
    {
        var products = _products.Pointer;
        var features = _current.Pointer + ((nint)record * _layout.Inputs);
        for (var other = 0; other < record; other++)
            products[other] = DotKernel<TFloats>.Product(features, _current.Pointer + ((nint)other * _layout.Inputs), _layout.Inputs);
        return products;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunPanel(int panel)
    {
        var (first, inputs, nodes, width) = (_layout.FirstNode(panel), _layout.Inputs, _layout.PaddedNodes, _layout.Width(panel));
        var weights = _panels.Pointer + _layout.Offset(panel);
        for (var record = 0; record < _beforeCount; record += RecordsPerUpdate)
        {
            DensePanel<TFloats>.Update(
                weights,
                width,
                inputs,
                _before.Pointer + ((nint)record * inputs),
                inputs,
                Math.Min(RecordsPerUpdate, _beforeCount - record),
                _deltas + ((nint)record * nodes) + first,
                nodes);
        }

        DensePanel<TFloats>.Forward(weights, width, inputs, _current.Pointer, inputs, _currentCount, _z + first, nodes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _panels.Dispose();
        _products.Dispose();
        _before.Dispose();
        _current.Dispose();
    }
}
