using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// W1 for blocks of records that are mostly one value c and differ from it in much the same features, as pictures do:
/// the algebra of <see cref="BackgroundWeights"/>, with matrix products, as of <see cref="DenseInputLayer{TSimd, TVector}"/>,
/// on the features in which any record of the block differs.
/// </summary>
internal sealed unsafe class GatheredInputLayer<TSimd, TVector> : IInputLayer, IPanelWork
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly float _background;
    private readonly BackgroundWeights _weights;
    private GatheredGroup _before;
    private GatheredGroup _current;
    private float* _deltas;
    private float* _z;

    public GatheredInputLayer(PanelLayout layout, PanelRunner runner, float background, int groupSize)
    {
        (_layout, _runner, _background) = (layout, runner, background);
        _weights = new BackgroundWeights(layout, background);
        _before = new GatheredGroup(layout.Inputs, groupSize);
        _current = new GatheredGroup(layout.Inputs, groupSize);
    }

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<float> weights) => _weights.Pack(weights);

    /// <inheritdoc/>
    public void Unpack(Span<float> weights) => _weights.Unpack(weights);

    /// <inheritdoc/>
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        (_before, _current) = (_current, _before);
        _current.Read(records, group);
    }

    /// <inheritdoc/>
    public void Advance(float* deltas, float* z)
    {
        _deltas = deltas;
        _z = z;
        _runner.Run(this, _layout.Panels, _current.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunPanel(int panel)
    {
        if (_layout.IsWide(panel))
            AdvancePanel<Quad<TSimd, TVector>, QuadVector<TVector>>(panel);
        else
            AdvancePanel<TSimd, TVector>(panel);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Products(int record, float* products)
    {
        // (c 1 + a) . (c 1 + b) = c (c n + 1 . a + 1 . b) + a . b
        var features = _current.Values + ((nint)record * _current.Stride);
        for (var other = 0; other < record; other++)
        {
            var differences = DotKernel<TSimd, TVector>.Product(
                features, _current.Values + ((nint)other * _current.Stride), _current.ColumnCount);
            var sums = (_background * _layout.Inputs) + _current.Sum(record) + _current.Sum(other);
            products[other] = (_background * sums) + differences;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _before.Dispose();
        _current.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvancePanel<TPanel, TPanelVector>(int panel)
        where TPanel : struct, ISimd<TPanelVector>
        where TPanelVector : struct
    {
        var first = _layout.FirstNode(panel);
        var weights = _weights.Panels.Pointer + _layout.Offset(panel);
        var (u, b) = (TPanel.Load(_weights.U.Pointer + first), TPanel.Load(_weights.B.Pointer + first));
        for (var record = 0; record < _before.Count; record++)
        {
            var change = TPanel.Load(_deltas + ((nint)record * _layout.PaddedNodes) + first);
            u = TPanel.MultiplyAdd(change, TPanel.Broadcast(_background * _before.Sum(record)), u);
            b = TPanel.MultiplyAdd(change, TPanel.Broadcast(_background), b);
        }

        TPanel.Store(u, _weights.U.Pointer + first);
        TPanel.Store(b, _weights.B.Pointer + first);
        for (var record = 0; record < _current.Count; record++)
        {
            var total = (_background * _layout.Inputs) + _current.Sum(record);
            TPanel.Store(
                TPanel.MultiplyAdd(b, TPanel.Broadcast(total), u), _z + ((nint)record * _layout.PaddedNodes) + first);
        }

        fixed (int* columns = _before.Columns)
        {
            DenseKernel<TPanel, TPanelVector>.Update(
                weights,
                columns,
                _before.ColumnCount,
                _before.Values,
                _before.Stride,
                _before.Count,
                _deltas + first,
                _layout.PaddedNodes);
        }

        fixed (int* columns = _current.Columns)
        {
            DenseKernel<TPanel, TPanelVector>.Forward(
                weights,
                columns,
                _current.ColumnCount,
                _current.Values,
                _current.Stride,
                _current.Count,
                _z + first,
                _layout.PaddedNodes);
        }
    }
}
