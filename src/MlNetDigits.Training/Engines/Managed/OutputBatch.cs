using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// The output layer at work on batches, on several threads: first each takes some of the records; what they change in W2
/// is put in some hidden nodes at a time, when the next batch is shown. Each sum has its terms in the order of the records,
/// so that nothing depends on the number of threads.
/// </summary>
internal sealed unsafe class OutputBatch<TFloats> : IPanelWork, IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    // The values of so many records stay in the first cache while each output reads them.
    private const int RecordsPerPass = 32;

    private readonly OutputLayer<TFloats> _layer;
    private readonly PanelLayout _layout;
    private readonly LayerOptimizer<TFloats>? _optimizer;
    private readonly AlignedFloats? _gradient;
    private readonly int _outputs;
    private readonly int _capacity;
    private readonly OutputWork[] _works;
    private readonly double[] _losses;
    private readonly int[] _labels;

    // Transposed, [outputs, capacity]: an output's steps for all records lie side by side.
    private readonly AlignedFloats _steps;
    private float* _z;
    private float* _deltas;
    private LayerRates _rates;
    private int _count;

    /// <summary>Makes room for batches.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="layout">The hidden nodes.</param>
    /// <param name="parts">Into how many parts the records of a batch are divided.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="capacity">The most records of a batch.</param>
    /// <param name="optimizer">Moves the weights; null if the steps are all that does.</param>
    public OutputBatch(
        OutputLayer<TFloats> layer, PanelLayout layout, int parts, int outputs, int capacity, LayerOptimizer<TFloats>? optimizer)
    {
        (_layer, _layout, _outputs, _capacity, _optimizer) = (layer, layout, outputs, capacity, optimizer);
        _gradient = optimizer is null ? null : new AlignedFloats(layer.Length);
        _works = [.. Enumerable.Range(0, parts).Select(_ => new OutputWork(layer.Room))];
        _losses = new double[capacity];
        _labels = new int[capacity];
        _steps = new AlignedFloats((long)outputs * capacity);
    }

    /// <summary>The number of parts that a batch is divided into.</summary>
    public int Parts => _works.Length;

    /// <summary>The loss of the batch that was compared last, of all its records, before the update.</summary>
    public double Loss
    {
        get
        {
            var loss = 0.0;
            for (var record = 0; record < _count; record++)
                loss += _losses[record];
            return loss;
        }
    }

    /// <summary>Takes a batch.</summary>
    /// <param name="records">The records.</param>
    /// <param name="batch">Which of them.</param>
    /// <param name="rates">The learning rates, divided by the number of records of the batch.</param>
    /// <param name="z">The sums at the hidden nodes, <c>[count, stride]</c>; replaced by their sigmoids.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[count, stride]</c>.</param>
    public void Take(TrainingRecords records, ReadOnlySpan<int> batch, LayerRates rates, float* z, float* deltas)
    {
        (_rates, _count) = (rates, batch.Length);
        _z = z;
        _deltas = deltas;
        for (var record = 0; record < batch.Length; record++)
            _labels[record] = records.Label(batch[record]);
    }

    /// <summary>Compares some records of the batch with their targets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compare(int part)
    {
        var work = _works[part];
        var (start, end) = ((int)((long)_count * part / _works.Length), (int)((long)_count * (part + 1) / _works.Length));
        if (_works.Length > 1)
            RemoteRows.Prefetch(_z + ((nint)start * _layer.Stride), _layer.Stride, _layer.Stride, end - start);
        for (var record = start; record < end; record++)
        {
            var row = (nint)record * _layer.Stride;
            _losses[record] = _layer.Compare(_z + row, _layer.Targets(_labels[record]), _rates, _deltas + row, work);
            for (var output = 0; output < _outputs; output++)
                _steps.Pointer[((nint)output * _capacity) + record] = work.Steps.Pointer[output];
        }
    }

    /// <summary>Puts in what the batch changes in the weights of a panel of hidden nodes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunPanel(int panel)
    {
        var (first, width) = (_layout.FirstNode(panel), _layout.Width(panel));
        var changed = _gradient is null ? _layer.Weights : _gradient.Pointer;
        if (_works.Length > 1)
            RemoteRows.Prefetch(_z + first, width, _layer.Stride, _count);
        for (var record = 0; record < _count; record += RecordsPerPass)
        {
            var count = Math.Min(RecordsPerPass, _count - record);
            for (var output = 0; output < _outputs; output++)
            {
                RowKernel<TFloats>.AddRows(
                    changed + ((nint)output * _layer.Stride) + first,
                    width,
                    _steps.Pointer + ((nint)output * _capacity) + record,
                    _z + ((nint)record * _layer.Stride) + first,
                    _layer.Stride,
                    count);
            }
        }

        if (_optimizer is null)
            return;
        for (var output = 0; output < _outputs; output++)
        {
            var offset = ((nint)output * _layer.Stride) + first;
            _optimizer.Step(_layer.Weights + offset, _gradient!.Pointer + offset, offset, width);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _steps.Dispose();
        _gradient?.Dispose();
        foreach (var work in _works)
            work.Dispose();
    }
}
