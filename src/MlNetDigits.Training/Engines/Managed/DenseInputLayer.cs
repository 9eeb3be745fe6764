using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>W1 for records of which every feature counts: matrix products of groups of records.</summary>
internal sealed unsafe class DenseInputLayer<TFloats> : IInputLayer, IRecordProducts, IPanelWork
    where TFloats : struct, IFloatMath<TFloats>
{
    // The deltas of so many records stay in the first cache beside the weights.
    private const int RecordsPerUpdate = 32;

    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly AlignedFloats _panels;
    private readonly int[] _columns;
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
        _columns = [.. Enumerable.Range(0, layout.Inputs)];
        _before = new AlignedFloats((long)groupSize * layout.Inputs);
        _current = new AlignedFloats((long)groupSize * layout.Inputs);
    }

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<float> weights) => _layout.Pack(weights, _panels.Span(0, (int)_panels.Length));

    /// <inheritdoc/>
    public void Unpack(Span<float> weights) => _layout.Unpack(_panels.Span(0, (int)_panels.Length), weights);

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
    public void Products(int record, float* products)
    {
        var features = _current.Pointer + ((nint)record * _layout.Inputs);
        for (var other = 0; other < record; other++)
            products[other] = DotKernel<TFloats>.Product(features, _current.Pointer + ((nint)other * _layout.Inputs), _layout.Inputs);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunPanel(int panel)
    {
        if (_layout.IsWide(panel))
            AdvancePanel<Floats4<TFloats>>(panel);
        else
            AdvancePanel<TFloats>(panel);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _panels.Dispose();
        _before.Dispose();
        _current.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvancePanel<TPanel>(int panel)
        where TPanel : struct, IFloats<TPanel>
    {
        var (first, inputs, nodes) = (_layout.FirstNode(panel), _layout.Inputs, _layout.PaddedNodes);
        var weights = _panels.Pointer + _layout.Offset(panel);
        fixed (int* columns = _columns)
        {
            for (var record = 0; record < _beforeCount; record += RecordsPerUpdate)
            {
                DenseKernel<TPanel>.Update(
                    weights,
                    columns,
                    inputs,
                    _before.Pointer + ((nint)record * inputs),
                    inputs,
                    Math.Min(RecordsPerUpdate, _beforeCount - record),
                    _deltas + ((nint)record * nodes) + first,
                    nodes);
            }

            DenseKernel<TPanel>.Forward(
                weights, columns, inputs, _current.Pointer, inputs, _currentCount, _z + first, nodes);
        }
    }
}
