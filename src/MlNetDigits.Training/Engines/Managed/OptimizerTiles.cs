using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// The gradient of W1 and the optimizer's steps, tile by tile, for records that are mostly one value c: beside what the
/// features that differ add to their own columns, every column has the gradient <c>c (sum of deltas)</c>.
/// </summary>
internal sealed unsafe class OptimizerTiles<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly PanelLayout _layout;
    private readonly BackgroundWeights _weights;
    private readonly LayerOptimizer<TFloats> _optimizer;
    private readonly float _background;
    private readonly bool _isWhole;
    private readonly AlignedFloats _gradient;
    private readonly AlignedFloats _common;
    private readonly AlignedFloats _factors;

    /// <summary>Makes room for a gradient.</summary>
    /// <param name="layout">The size of W1.</param>
    /// <param name="weights">W1.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="background">c.</param>
    /// <param name="isWhole">
    /// Whether the whole gradient must be kept, because a batch comes in several goes. If not, all tiles of a panel have the
    /// same room, which stays in the first cache.
    /// </param>
    public OptimizerTiles(
        PanelLayout layout, BackgroundWeights weights, LayerOptimizer<TFloats> optimizer, float background, bool isWhole)
    {
        (_layout, _weights, _optimizer, _background, _isWhole) = (layout, weights, optimizer, background, isWhole);
        _gradient = new AlignedFloats((long)layout.PaddedNodes * layout.Inputs);
        _common = new AlignedFloats(layout.PaddedNodes);
        _factors = new AlignedFloats(Math.Max(layout.Inputs, TileBlock.Capacity));
        _factors.Span(0, (int)_factors.Length).Fill(background);
    }

    /// <summary>Where the gradient of a panel's first column would lie, if that of a tile is to be added to.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="column">The first column of the tile.</param>
    public float* Gradient(int panel, int column)
        => _gradient.Pointer + _layout.Offset(panel) - (_isWhole ? 0 : (nint)column * _layout.Width(panel));

    /// <summary>Adds some records' part that all columns have.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="deltas">The records' deltas, <c>[count, padded nodes]</c>, at the panel's first node.</param>
    /// <param name="count">The number of records.</param>
    public void AddBackground(int panel, float* deltas, int count)
    {
        if (_background == 0)
            return;
        var (first, width) = (_layout.FirstNode(panel), _layout.Width(panel));
        for (var record = 0; record < count; record += TileBlock.Capacity)
        {
            RowKernel<TFloats>.AddRows(
                _common.Pointer + first, width, _factors.Pointer, deltas + ((nint)record * _layout.PaddedNodes), _layout.PaddedNodes, Math.Min(TileBlock.Capacity, count - record));
        }
    }

    /// <summary>Before the first tile of a step.</summary>
    public void BeginStep(int panel)
        => _weights.U.Span(_layout.FirstNode(panel), _layout.Width(panel)).Clear();

    /// <summary>Moves the weights of a tile.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="column">The first column.</param>
    /// <param name="endColumn">The column after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(int panel, int column, int endColumn)
    {
        var (first, width) = (_layout.FirstNode(panel), _layout.Width(panel));
        var start = (nint)column * width;
        var gradient = Gradient(panel, column) + start;
        if (_background != 0)
            RowKernel<TFloats>.AddToRows(gradient, width, width, endColumn - column, _common.Pointer + first);
        var offset = (nint)_layout.Offset(panel) + start;
        var weights = _weights.Panels.Pointer + offset;
        _optimizer.Step(weights, gradient, offset, (nint)(endColumn - column) * width);
        if (_background != 0)
            RowKernel<TFloats>.AddRows(_weights.U.Pointer + first, width, _factors.Pointer, weights, width, endColumn - column);
    }

    /// <summary>After the last tile of a step.</summary>
    public void EndStep(int panel)
        => _common.Span(_layout.FirstNode(panel), _layout.Width(panel)).Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _gradient.Dispose();
        _common.Dispose();
        _factors.Dispose();
    }
}
