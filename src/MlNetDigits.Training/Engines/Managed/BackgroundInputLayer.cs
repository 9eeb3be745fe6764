using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// W1 for records that are mostly one value c: the algebra of <see cref="BackgroundWeights"/>. How the features that
/// differ from c are worked on is up to the group: <see cref="GatheredGroup"/> or <see cref="SparseGroup"/>.
/// </summary>
internal sealed unsafe class BackgroundInputLayer<TSimd, TVector, TGroup>(
    PanelLayout layout, PanelRunner runner, float background, Func<TGroup> createGroup)
    : IInputLayer, IPanelWork
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TGroup : struct, IBackgroundGroup
{
    private readonly BackgroundWeights _weights = new(layout, background);
    private TGroup _before = createGroup();
    private TGroup _current = createGroup();
    private float* _deltas;
    private float* _z;

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
        runner.Run(this, layout.Panels, _current.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Products(int record, float* products)
    {
        // (c 1 + a) . (c 1 + b) = c (c n + 1 . a + 1 . b) + a . b
        _current.Products<TSimd, TVector>(record, products);
        var sums = _current.Sums;
        for (var other = 0; other < record; other++)
        {
            var sum = (background * layout.Inputs) + sums[record] + sums[other];
            products[other] = (background * sum) + products[other];
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunPanel(int panel)
    {
        if (layout.IsWide(panel))
            AdvancePanel<Quad<TSimd, TVector>, QuadVector<TVector>>(panel);
        else
            AdvancePanel<TSimd, TVector>(panel);
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
        var (first, nodes) = (layout.FirstNode(panel), layout.PaddedNodes);
        var weights = _weights.Panels.Pointer + layout.Offset(panel);
        var (u, b) = (TPanel.Load(_weights.U.Pointer + first), TPanel.Load(_weights.B.Pointer + first));
        var (count, sums) = (_before.Count, _before.Sums);
        for (var record = 0; record < count; record++)
        {
            var change = TPanel.Load(_deltas + ((nint)record * nodes) + first);
            u = TPanel.MultiplyAdd(change, TPanel.Broadcast(background * sums[record]), u);
            b = TPanel.MultiplyAdd(change, TPanel.Broadcast(background), b);
        }

        TPanel.Store(u, _weights.U.Pointer + first);
        TPanel.Store(b, _weights.B.Pointer + first);
        (count, sums) = (_current.Count, _current.Sums);
        for (var record = 0; record < count; record++)
        {
            var total = (background * layout.Inputs) + sums[record];
            TPanel.Store(TPanel.MultiplyAdd(b, TPanel.Broadcast(total), u), _z + ((nint)record * nodes) + first);
        }

        _before.Update<TPanel, TPanelVector>(weights, _deltas + first, nodes);
        _current.Forward<TPanel, TPanelVector>(weights, _z + first, nodes);
    }
}
