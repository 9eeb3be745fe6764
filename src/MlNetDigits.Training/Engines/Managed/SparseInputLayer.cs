using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// W1 for records that are mostly one value (<see cref="BackgroundWeights"/>), record by record: a loop over the
/// features that differ from it.
/// </summary>
internal sealed unsafe class SparseInputLayer<TSimd, TVector> : IInputLayer, IPanelWork
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly float _background;
    private readonly BackgroundWeights _weights;
    private SparseGroup _before = new();
    private SparseGroup _current = new();
    private float* _deltas;
    private float* _z;

    public SparseInputLayer(PanelLayout layout, PanelRunner runner, float background)
    {
        (_layout, _runner, _background) = (layout, runner, background);
        _weights = new BackgroundWeights(layout, background);
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
    public void Products(int record, float* products) => throw new NotSupportedException("Groups of online learning have one record.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvancePanel<TPanel, TPanelVector>(int panel)
        where TPanel : struct, ISimd<TPanelVector>
        where TPanelVector : struct
    {
        var first = _layout.FirstNode(panel);
        var weights = _weights.Panels.Pointer + _layout.Offset(panel);
        var (u, b) = (TPanel.Load(_weights.U.Pointer + first), TPanel.Load(_weights.B.Pointer + first));
        fixed (int* indices = _before.Indices)
        fixed (float* values = _before.Values)
        {
            for (var record = 0; record < _before.Count; record++)
            {
                var change = _deltas + ((nint)record * _layout.PaddedNodes) + first;
                var start = _before.Start(record);
                SparseKernel<TPanel, TPanelVector>.Update(weights, indices + start, values + start, _before.Length(record), change);
                u = TPanel.MultiplyAdd(TPanel.Load(change), TPanel.Broadcast(_background * _before.Sum(record)), u);
                b = TPanel.MultiplyAdd(TPanel.Load(change), TPanel.Broadcast(_background), b);
            }
        }

        TPanel.Store(u, _weights.U.Pointer + first);
        TPanel.Store(b, _weights.B.Pointer + first);
        fixed (int* indices = _current.Indices)
        fixed (float* values = _current.Values)
        {
            for (var record = 0; record < _current.Count; record++)
            {
                var sums = _z + ((nint)record * _layout.PaddedNodes) + first;
                var start = _current.Start(record);
                var total = (_background * _layout.Inputs) + _current.Sum(record);
                TPanel.Store(TPanel.MultiplyAdd(b, TPanel.Broadcast(total), u), sums);
                SparseKernel<TPanel, TPanelVector>.Forward(weights, indices + start, values + start, _current.Length(record), sums);
            }
        }
    }
}
