using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// W1 for records that are mostly one value c: a record is <c>x = c 1 + x'</c> with few x' that are not zero, and W1 is
/// kept as <c>A + b 1^T</c>, so that only the columns of A where x' is not zero are touched.
/// </summary>
/// <remarks>
/// <para>The sums are <c>W1 x = c (A 1) + A x' + b (1 . x)</c>; with <c>u = c (A 1)</c> kept up to date, nothing but
/// <c>A x'</c> grows with the number of inputs.</para>
/// <para>The update <c>W1 += d x^T</c> is <c>A += d x'^T</c>, <c>b += c d</c>, and so <c>u += c (1 . x') d</c>.</para>
/// </remarks>
internal sealed unsafe class SparseInputLayer<TSimd, TVector> : IInputLayer, IPanelWork
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly float _background;
    private readonly AlignedFloats _panels;
    private readonly AlignedFloats _u;
    private readonly AlignedFloats _b;
    private SparseGroup _before = new();
    private SparseGroup _current = new();
    private float* _deltas;
    private float* _z;

    public SparseInputLayer(PanelLayout layout, PanelRunner runner, float background)
    {
        (_layout, _runner, _background) = (layout, runner, background);
        _panels = new AlignedFloats((long)layout.PaddedNodes * layout.Inputs);
        _u = new AlignedFloats(layout.PaddedNodes);
        _b = new AlignedFloats(layout.PaddedNodes);
    }

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<float> weights)
    {
        _layout.Pack(weights, _panels.Span(0, (int)_panels.Length));
        for (var node = 0; node < _layout.HiddenNodes; node++)
            _u.Pointer[node] = _background * TensorPrimitives.Sum(weights.Slice(node * _layout.Inputs, _layout.Inputs));
    }

    /// <inheritdoc/>
    public void Unpack(Span<float> weights)
    {
        _layout.Unpack(_panels.Span(0, (int)_panels.Length), weights);
        for (var node = 0; node < _layout.HiddenNodes; node++)
        {
            var row = weights.Slice(node * _layout.Inputs, _layout.Inputs);
            TensorPrimitives.Add(row, _b.Pointer[node], row);
        }
    }

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
        _panels.Dispose();
        _u.Dispose();
        _b.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvancePanel<TPanel, TPanelVector>(int panel)
        where TPanel : struct, ISimd<TPanelVector>
        where TPanelVector : struct
    {
        var first = _layout.FirstNode(panel);
        var weights = _panels.Pointer + _layout.Offset(panel);
        var (u, b) = (TPanel.Load(_u.Pointer + first), TPanel.Load(_b.Pointer + first));
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

        TPanel.Store(u, _u.Pointer + first);
        TPanel.Store(b, _b.Pointer + first);
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
