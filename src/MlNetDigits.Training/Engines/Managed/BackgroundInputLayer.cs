using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// W1 for records that are mostly one value c: the algebra of <see cref="BackgroundWeights"/>. How the features that
/// differ from c are worked on is up to the group: <see cref="GatheredGroup"/> or <see cref="SparseGroup"/>.
/// </summary>
internal sealed unsafe class BackgroundInputLayer<TFloats, TGroup>(
    PanelLayout layout, PanelRunner runner, float background, Func<TGroup> createGroup)
    : IInputLayer, IPanelWork
    where TFloats : struct, IFloatMath<TFloats>
    where TGroup : struct, IBackgroundGroup
{
    private readonly BackgroundWeights _weights = new(layout, background);
    private TGroup _before = createGroup();
    private TGroup _current = createGroup();
    private float* _deltas;
    private float* _z;

    /// <summary>The group that was read last.</summary>
    public ref readonly TGroup Current => ref _current;

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
    public void RunPanel(int panel)
    {
        if (layout.IsWide(panel))
            AdvancePanel<Floats4<TFloats>>(panel);
        else
            AdvancePanel<TFloats>(panel);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _before.Dispose();
        _current.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvancePanel<TPanel>(int panel)
        where TPanel : struct, IFloats<TPanel>
    {
        var (first, nodes) = (layout.FirstNode(panel), layout.PaddedNodes);
        var weights = _weights.Panels.Pointer + layout.Offset(panel);
        var (u, b) = (TPanel.Load(_weights.U.Pointer + first), TPanel.Load(_weights.B.Pointer + first));
        var (count, sums) = (_before.Count, _before.Sums);
        for (var record = 0; record < count; record++)
        {
            var change = TPanel.Load(_deltas + ((nint)record * nodes) + first);
            u.AddProduct(change, background * sums[record]);
            b.AddProduct(change, background);
        }

        u.Store(_weights.U.Pointer + first);
        b.Store(_weights.B.Pointer + first);
        (count, sums) = (_current.Count, _current.Sums);
        for (var record = 0; record < count; record++)
        {
            var total = (background * layout.Inputs) + sums[record];
            var sum = u;
            sum.AddProduct(b, total);
            sum.Store(_z + ((nint)record * nodes) + first);
        }

        _before.Update<TPanel>(weights, _deltas + first, nodes);
        _current.Forward<TPanel>(weights, _z + first, nodes);
    }
}
