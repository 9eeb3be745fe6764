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
    private readonly LayerOptimizer<TFloats>? _optimizer;
    private readonly AlignedFloats? _gradient;
    private AlignedFloats _before;
    private AlignedFloats _current;
    private int _beforeCount;
    private int _currentCount;
    private float* _deltas;
    private float* _z;
    private IPanelWork? _first;

    /// <summary>Makes a layer.</summary>
    /// <param name="layout">The size of W1.</param>
    /// <param name="runner">The threads.</param>
    /// <param name="groupSize">The most records of a group.</param>
    /// <param name="optimizer">Moves the weights; null if the deltas are all that does.</param>
    public DenseInputLayer(PanelLayout layout, PanelRunner runner, int groupSize, LayerOptimizer<TFloats>? optimizer)
    {
        (_layout, _runner, _optimizer) = (layout, runner, optimizer);
        _gradient = optimizer is null ? null : new AlignedFloats((long)layout.PaddedNodes * layout.Inputs);
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
    public void Advance(float* deltas, float* z, IPanelWork? first)
    {
        _deltas = deltas;
        _z = z;
        _first = first;
        _runner.Run(this, _layout.Panels, Math.Max(_beforeCount, _currentCount));
        _first = null;
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
        _first?.RunPanel(panel);
        var (first, inputs, nodes, width) = (_layout.FirstNode(panel), _layout.Inputs, _layout.PaddedNodes, _layout.Width(panel));
        var offset = (nint)_layout.Offset(panel);
        var weights = _panels.Pointer + offset;
        var changed = _gradient is null ? weights : _gradient.Pointer + offset;
        for (var record = 0; record < _beforeCount; record += RecordsPerUpdate)
        {
            DensePanel<TFloats>.Update(
                changed,
                width,
                inputs,
                _before.Pointer + ((nint)record * inputs),
                inputs,
                Math.Min(RecordsPerUpdate, _beforeCount - record),
                _deltas + ((nint)record * nodes) + first,
                nodes);
        }

        if (_optimizer is not null && _beforeCount > 0)
            _optimizer.Step(weights, changed, offset, (nint)inputs * width);
        for (var record = 0; record < _currentCount; record++)
            new Span<float>(_z + ((nint)record * nodes) + first, width).Clear();
        DensePanel<TFloats>.Forward(weights, width, inputs, _current.Pointer, inputs, _currentCount, _z + first, nodes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _panels.Dispose();
        _products.Dispose();
        _gradient?.Dispose();
        _before.Dispose();
        _current.Dispose();
    }
}
