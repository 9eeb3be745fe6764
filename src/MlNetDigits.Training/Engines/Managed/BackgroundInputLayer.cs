using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// W1 for records that are mostly one value c: the algebra of <see cref="BackgroundWeights"/>, tile by tile.
/// </summary>
/// <remarks>
/// A tile is so many columns of W1 as stay in the first cache: they are first changed by the records of the group
/// before, column by column, then read by those of the group at work, record by record.
/// </remarks>
internal sealed unsafe class BackgroundInputLayer<TFloats> : IInputLayer, IPanelWork
    where TFloats : struct, IFloatMath<TFloats>
{
    // Groups of a batch are brought before the kernels in parts, so that room does not grow with the batch.
    private const int BlocksPerPart = 8;
    private const int RecordsPerPart = BlocksPerPart * TileBlock.Capacity;

    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly float _background;
    private readonly FeatureGrains _grains;
    private readonly BackgroundWeights _weights;
    private readonly ITileKernels[] _kernels;

    // One set for all panels; on several threads one for each, since what another core has just written comes slowly.
    private readonly TileBlock[][] _blockSets;
    private readonly AlignedFloats? _products;
    private readonly AlignedFloats _factors;
    private readonly OptimizerTiles<TFloats>? _tiles;
    private BackgroundGroup _before;
    private BackgroundGroup _current;
    private float* _deltas;
    private float* _z;
    private int _grainsPerTile;
    private IPanelWork? _first;
    private Part _updates;
    private Part _sums;

    /// <summary>Makes a layer.</summary>
    /// <param name="layout">The size of W1.</param>
    /// <param name="runner">The threads.</param>
    /// <param name="background">c.</param>
    /// <param name="groupSize">The most records of a group.</param>
    /// <param name="isOnline">Whether the products of a group's records are wanted; at most a block of records then.</param>
    /// <param name="optimizer">Moves the weights; null if the deltas are all that does. Not online.</param>
    public BackgroundInputLayer(
        PanelLayout layout, PanelRunner runner, float background, int groupSize, bool isOnline, LayerOptimizer<TFloats>? optimizer)
    {
        (_layout, _runner, _background, _grains) = (layout, runner, background, new FeatureGrains(layout.Inputs));
        _weights = new BackgroundWeights(layout, background);
        _kernels = ITileKernels.CreateAll<TFloats>(layout);
        (_before, _current) = (new BackgroundGroup(groupSize), new BackgroundGroup(groupSize));
        _factors = new AlignedFloats(2L * groupSize);
        _products = isOnline ? new AlignedFloats(TileBlock.Capacity * TileBlock.Capacity) : null;
        var blocks = isOnline ? 2 : Math.Min(BlocksPerPart, (groupSize + TileBlock.Capacity - 1) / TileBlock.Capacity);
        _blockSets = [.. Enumerable.Range(0, runner.Threads > 1 ? layout.Panels : 1)
            .Select(_ => Enumerable.Range(0, blocks).Select(_ => new TileBlock(_grains)).ToArray())];
        _tiles = optimizer is null ? null
            : new OptimizerTiles<TFloats>(layout, _weights, optimizer, background, isWhole: groupSize > RecordsPerPart);
    }

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<float> weights) => _weights.Pack(weights);

    /// <inheritdoc/>
    public void Unpack(Span<float> weights) => _weights.Unpack(weights);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        (_before, _current) = (_current, _before);
        _current.Read(records, group);
        if (_products is null)
            return;

        // The block of the group before is still to be learned from.
        var blocks = _blockSets[0];
        (blocks[0], blocks[1]) = (blocks[1], blocks[0]);
        ReadWithProducts(blocks[1]);
    }

    /// <inheritdoc/>
    public float* Products(int record) => _products!.Pointer + (record * TileBlock.Capacity);

    /// <inheritdoc/>
    public void Advance(float* deltas, float* z, IPanelWork? first)
    {
        _deltas = deltas;
        _z = z;
        _first = first;
        SetFactors();
        var features = _before.Features + _current.Features;
        _grainsPerTile = _grains.GrainsPerTile(_layout.MaxWidth, features / Math.Max(_before.Count + _current.Count, 1));
        var record = 0;
        for (; record + RecordsPerPart < _before.Count; record += RecordsPerPart)
            Run(new Part(record, RecordsPerPart), default);

        // The last part of the group before, and the first of this one, in one go over the weights.
        Run(Part.From(record, _before.Count), Part.From(0, _current.Count));
        for (record = RecordsPerPart; record < _current.Count; record += RecordsPerPart)
            Run(default, Part.From(record, _current.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunPanel(int panel)
    {
        var stride = _layout.PaddedNodes;
        var weights = _weights.Panels.Pointer + _layout.Offset(panel);
        var (first, width) = (_layout.FirstNode(panel), _layout.Width(panel));
        var deltas = _deltas + ((nint)_updates.First * stride) + first;
        if (_runner.Threads > 1)
            RemoteRows.Prefetch(deltas, width, stride, _updates.Count);
        _first?.RunPanel(panel);
        var z = _z + ((nint)_sums.First * stride) + first;
        var isStep = _tiles is not null && IsLastOfGroup(_updates);
        if (_tiles is null)
            Learn(first, width, deltas);
        else
            _tiles.AddBackground(panel, deltas, _updates.Count);
        if (isStep)
        {
            // u is known once all weights have moved.
            _tiles!.BeginStep(panel);
            Clear(width, z);
        }
        else
        {
            StartSums(first, width, z);
        }

        var blocks = _blockSets[_blockSets.Length == 1 ? 0 : panel];
        if (_blockSets.Length > 1)
            ReadBlocks(blocks);
        var kernels = _kernels[panel];
        for (var grain = 0; grain < _grains.Count; grain += _grainsPerTile)
        {
            var end = Math.Min(grain + _grainsPerTile, _grains.Count);
            var (start, endOfTile) = (grain * _grains.Size, Math.Min(end * _grains.Size, _layout.Inputs));
            var changed = _tiles is null ? weights : _tiles.Gradient(panel, start);
            for (var record = 0; record < _updates.Count; record += TileBlock.Capacity)
            {
                var block = blocks[record / TileBlock.Capacity];
                var column = block.ColumnStart(grain);
                kernels.Update(
                    changed, block.Columns + column, block.ColumnStart(end) - column, block.Masks, block.Values, deltas + ((nint)record * stride), stride);
            }

            if (isStep)
                _tiles!.Step(panel, start, endOfTile);
            if (_sums.Count > 0)
                kernels.Forward(weights, _current.Rows(_sums.First), _sums.Count, grain, end, z, stride);
        }

        if (isStep)
        {
            _tiles!.EndStep(panel);
            RowKernel<TFloats>.AddToRows(z, width, stride, _sums.Count, _weights.U.Pointer + first);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _factors.Dispose();
        _products?.Dispose();
        _tiles?.Dispose();
        foreach (var block in _blockSets.SelectMany(blocks => blocks))
            block.Dispose();
    }

    private bool IsLastOfGroup(Part updates) => updates.Count > 0 && updates.First + updates.Count == _before.Count;

    /// <summary>u and b, which do not depend on single features, learn.</summary>
    private void Learn(int first, int width, float* deltas)
    {
        var factors = _factors.Pointer + (2 * _updates.First);
        RowKernel<TFloats>.AddRows(_weights.U.Pointer + first, width, factors, deltas, _layout.PaddedNodes, _updates.Count);
        RowKernel<TFloats>.AddRows(_weights.B.Pointer + first, width, factors + _updates.Count, deltas, _layout.PaddedNodes, _updates.Count);
    }

    /// <summary>The sums start with what does not depend on single features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void StartSums(int first, int width, float* z)
    {
        var u = _weights.U.Pointer + first;
        var b = _weights.B.Pointer + first;
        for (var record = 0; record < _sums.Count; record++, z += _layout.PaddedNodes)
        {
            var total = (_background * _layout.Inputs) + _current.Sums[_sums.First + record];
            for (var node = 0; node < width; node += TFloats.Width)
            {
                var sum = TFloats.Load(u + node);
                sum.AddProduct(b + node, total);
                sum.Store(z + node);
            }
        }
    }

    private void Clear(int width, float* z)
    {
        for (var record = 0; record < _sums.Count; record++, z += _layout.PaddedNodes)
            new Span<float>(z, width).Clear();
    }

    /// <summary>By what a record's deltas change u and b.</summary>
    private void SetFactors()
    {
        for (var first = 0; first < _before.Count; first += RecordsPerPart)
        {
            var part = Part.From(first, _before.Count);
            var factors = _factors.Pointer + (2 * first);
            for (var record = 0; record < part.Count; record++)
            {
                factors[record] = _background * _before.Sums[first + record];
                factors[part.Count + record] = _background;
            }
        }
    }

    private void Run(Part updates, Part sums)
    {
        (_updates, _sums) = (updates, sums);
        if (_products is null && _blockSets.Length == 1)
            ReadBlocks(_blockSets[0]);
        _runner.Run(this, _layout.Panels, Math.Max(updates.Count, sums.Count));
        _first = null;
    }

    private void ReadBlocks(TileBlock[] blocks)
    {
        for (var record = 0; record < _updates.Count; record += TileBlock.Capacity)
        {
            blocks[record / TileBlock.Capacity].Read(
                _before.Rows(_updates.First + record), Math.Min(TileBlock.Capacity, _updates.Count - record));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadWithProducts(TileBlock block)
    {
        block.Clear();
        var rows = _current.Rows(0);
        var sums = _current.Sums;
        for (var record = 0; record < _current.Count; record++)
        {
            var products = Products(record);
            ProductsKernel<TFloats>.Run(rows[record], _grains.Count, record, block.Masks, block.Values, products);

            // (c 1 + a) . (c 1 + b) = c (c n + 1 . a + 1 . b) + a . b
            for (var other = 0; other < record; other++)
                products[other] += _background * ((_background * _layout.Inputs) + sums[record] + sums[other]);
        }

        block.ListColumns();
    }

    /// <summary>Some records of a group, one after another.</summary>
    private readonly record struct Part(int First, int Count)
    {
        /// <summary>As many as go into a part.</summary>
        public static Part From(int first, int end) => new(first, Math.Min(RecordsPerPart, end - first));
    }
}
