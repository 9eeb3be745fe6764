namespace MlNetDigits.Training;

/// <summary>
/// A network laid out for the kernels while it learns: its two layers, and room for the group of records at work. What a
/// group changes is put in when the next one is shown, in the same go over the weights that computes its sums.
/// </summary>
internal sealed unsafe class WorkingNetwork<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly float _outputFactor;
    private readonly IInputLayer _inputLayer;
    private readonly OutputLayer<TFloats> _outputLayer;
    private readonly NetworkOptimizer<TFloats>? _optimizer;
    private readonly OutputBatch<TFloats>? _batch;
    private readonly BatchComparison<TFloats>? _comparison;
    private readonly AlignedFloats _z;
    private readonly AlignedFloats _deltas;
    private readonly int _nodes;
    private bool _isBatchPending;

    /// <summary>Lays a network out.</summary>
    /// <param name="sizes">The sizes of the network.</param>
    /// <param name="options">The options.</param>
    /// <param name="background">The value that most features have, if there is one; null if every feature counts.</param>
    /// <param name="groupSize">The most records that are shown at once.</param>
    public WorkingNetwork(NetworkSizes sizes, SigmoidNetworkOptions options, float? background, int groupSize)
    {
        var isOnline = IsOnline(options);

        // Online, two threads would have to meet after each block of some 30 microseconds: measured, they lose by it.
        var threads = isOnline ? 1 : options.Threads;
        _outputFactor = options.OutputRateFactor;
        _layout = new PanelLayout(sizes.Inputs, sizes.HiddenNodes, TFloats.Width, Panels(options, threads));
        _nodes = _layout.PaddedNodes;
        _runner = new PanelRunner(threads);
        _outputLayer = new OutputLayer<TFloats>(options, sizes.HiddenNodes, sizes.Outputs);
        _optimizer = options.HasOptimizerState ? new NetworkOptimizer<TFloats>(options, sizes, _layout, _outputLayer) : null;
        _inputLayer = background is { } value
            ? new BackgroundInputLayer<TFloats>(_layout, _runner, value, groupSize, isOnline, _optimizer?.Hidden)
            : new DenseInputLayer<TFloats>(_layout, _runner, groupSize, _optimizer?.Hidden);
        if (!isOnline)
        {
            _batch = new OutputBatch<TFloats>(_outputLayer, _layout, threads, sizes.Outputs, groupSize, _optimizer?.Output);
            _comparison = new BatchComparison<TFloats>(_batch);
        }

        _z = new AlignedFloats((long)groupSize * _nodes);
        _deltas = new AlignedFloats((long)groupSize * _nodes);
    }

    /// <summary>
    /// Whether each record changes the weights at once. With an optimizer every weight moves in each step, and nothing is
    /// won by knowing what single records do.
    /// </summary>
    public static bool IsOnline(SigmoidNetworkOptions options) => options.BatchSize == 1 && !options.HasOptimizerState;

    /// <summary>Takes the weights, row-major.</summary>
    public void Pack(ReadOnlySpan<float> hiddenWeights, ReadOnlySpan<float> outputWeights)
    {
        _inputLayer.Pack(hiddenWeights);
        _outputLayer.Pack(outputWeights);
    }

    /// <summary>Goes on with an optimizer's state.</summary>
    public void Pack(OptimizerState state) => _optimizer?.Pack(state);

    /// <summary>Copies the optimizer's state; null if there is none. Nothing must be pending: see <see cref="Unpack"/>.</summary>
    public OptimizerState? UnpackOptimizer() => _optimizer?.Unpack();

    /// <summary>Puts in what the group before has changed, and computes the sums of the next.</summary>
    /// <param name="records">The records.</param>
    /// <param name="group">Which of them.</param>
    /// <param name="next">Prepares the next group beside this and what is learned from it; null if there is nothing to do.
    /// It is done when <see cref="Learn"/> returns.</param>
    public void Show(TrainingRecords records, ReadOnlySpan<int> group, IGroupPreparation? next = null)
    {
        if (next is not null)
            _runner.Begin(next, next.Parts, group.Length);
        _inputLayer.Read(records, group);
        _inputLayer.Advance(_deltas.Pointer, _z.Pointer, _isBatchPending ? _batch : null);
        _isBatchPending = false;
    }

    /// <summary>Learns from the group that was shown: as one batch, or record after record.</summary>
    /// <param name="records">The records.</param>
    /// <param name="group">Which of them.</param>
    /// <param name="rates">The learning rates from each record on: they are asked for with its number in the group.</param>
    /// <returns>The sum of the losses, each before its update.</returns>
    public double Learn(TrainingRecords records, ReadOnlySpan<int> group, GroupRates rates)
    {
        var loss = _batch is null ? LearnOneByOne(records, group, rates) : LearnBatch(records, group, rates);
        _runner.Finish();
        return loss;
    }

    /// <summary>Learns from the only record that was shown.</summary>
    /// <param name="targets">What the outputs are trained towards, filled up to whole vectors.</param>
    /// <param name="rate">The learning rate.</param>
    /// <returns>The loss before the update.</returns>
    public double LearnOne(float* targets, float rate) => LearnNext(0, targets, rate);

    /// <summary>How many targets <see cref="LearnOne"/> reads.</summary>
    public int TargetRoom => _outputLayer.Room;

    /// <summary>Scores the only record that was shown, and forgets it: nothing is to be learned from it.</summary>
    /// <returns>The outputs; valid until the next call.</returns>
    public ReadOnlySpan<float> ScoreOne(TrainingRecords records)
    {
        var scores = _outputLayer.Score(_z.Pointer);
        _inputLayer.Read(records, []);
        return scores;
    }

    /// <summary>Gives the weights back, row-major, with what the group that was shown last has changed.</summary>
    public void Unpack(TrainingRecords records, Span<float> hiddenWeights, Span<float> outputWeights)
    {
        Show(records, []);
        _inputLayer.Unpack(hiddenWeights);
        _outputLayer.Unpack(outputWeights);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputLayer.Dispose();
        _outputLayer.Dispose();
        _batch?.Dispose();
        _optimizer?.Dispose();
        _runner.Dispose();
        _z.Dispose();
        _deltas.Dispose();
    }

    /// <summary>
    /// Narrow panels cost more than their share: where threads have the next group to distort, which is more than half of
    /// all work, fewer of them divide W1 among themselves.
    /// </summary>
    private static int Panels(SigmoidNetworkOptions options, int threads)
        => options.Distortions.IsNone ? threads : (threads + 1) / 2;

    private double LearnOneByOne(TrainingRecords records, ReadOnlySpan<int> group, GroupRates rates)
    {
        var loss = 0.0;
        for (var record = 0; record < group.Length; record++)
            loss += LearnNext(record, _outputLayer.Targets(records.Label(group[record])), rates.At(record));
        return loss;
    }

    private double LearnBatch(TrainingRecords records, ReadOnlySpan<int> batch, GroupRates rates)
    {
        var (rate, share) = (rates.At(0), 1f / batch.Length);
        var factors = _optimizer is null ? new LayerRates(rate / batch.Length, rate * _outputFactor / batch.Length) : new LayerRates(share, share);
        _batch!.Take(records, batch, factors, _z.Pointer, _deltas.Pointer);
        _runner.Run(_comparison!, _batch.Parts, batch.Length);
        _optimizer?.Begin(rate);
        _isBatchPending = true;
        return _batch.Loss;
    }

    /// <summary>Learns from a record of the group, after those before it.</summary>
    private double LearnNext(int record, float* targets, float rate)
    {
        var row = (nint)record * _nodes;
        if (record > 0)
        {
            RowKernel<TFloats>.AddRows(
                _z.Pointer + row, _nodes, _inputLayer.Products(record), _deltas.Pointer, _nodes, record);
        }

        return _outputLayer.Learn(_z.Pointer + row, targets, new LayerRates(rate, rate * _outputFactor), _deltas.Pointer + row);
    }
}
