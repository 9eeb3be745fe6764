using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// The output layer at work on batches, on several threads: first each takes some of the records, then some of the
/// hidden nodes. Each sum has its terms in the order of the records, so that nothing depends on the number of threads.
/// </summary>
internal sealed unsafe class OutputBatch<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    // The values of so many records stay in the first cache while each output reads them.
    private const int RecordsPerPass = 32;

    private readonly OutputLayer<TFloats> _layer;
    private readonly PanelLayout _layout;
    private readonly PanelRunner _runner;
    private readonly int _outputs;
    private readonly int _capacity;
    private readonly OutputWork[] _works;
    private readonly double[] _errors;
    private readonly int[] _labels;

    // Transposed, [outputs, capacity]: an output's steps for all records lie side by side.
    private readonly AlignedFloats _steps;
    private readonly Comparing _comparing;
    private readonly Adding _adding;
    private float* _z;
    private float* _deltas;
    private float _rate;
    private int _count;

    public OutputBatch(OutputLayer<TFloats> layer, PanelLayout layout, PanelRunner runner, int outputs, int capacity)
    {
        (_layer, _layout, _runner, _outputs, _capacity) = (layer, layout, runner, outputs, capacity);
        _works = [.. Enumerable.Range(0, runner.Threads).Select(_ => new OutputWork(layer.Room))];
        _errors = new double[capacity];
        _labels = new int[capacity];
        _steps = new AlignedFloats((long)outputs * capacity);
        (_comparing, _adding) = (new Comparing(this), new Adding(this));
    }

    /// <summary>Learns from a batch.</summary>
    /// <param name="records">The records.</param>
    /// <param name="batch">Which of them.</param>
    /// <param name="rate">The learning rate, divided by the number of records of the batch.</param>
    /// <param name="z">The sums at the hidden nodes, <c>[count, stride]</c>; replaced by their sigmoids.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[count, stride]</c>.</param>
    /// <returns>The sum of <c>1/2 sum (t - o)^2</c> before the update.</returns>
    public double Learn(TrainingRecords records, ReadOnlySpan<int> batch, float rate, float* z, float* deltas)
    {
        (_rate, _count) = (rate, batch.Length);
        _z = z;
        _deltas = deltas;
        for (var record = 0; record < batch.Length; record++)
            _labels[record] = records.Label(batch[record]);

        _runner.Run(_comparing, _works.Length, _count);
        _runner.Run(_adding, _layout.Panels, _count);

        var error = 0.0;
        for (var record = 0; record < _count; record++)
            error += _errors[record];
        return error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _steps.Dispose();
        foreach (var work in _works)
            work.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CompareSome(int part)
    {
        var work = _works[part];
        var end = (int)((long)_count * (part + 1) / _works.Length);
        for (var record = (int)((long)_count * part / _works.Length); record < end; record++)
        {
            var row = (nint)record * _layer.Stride;
            _errors[record] = _layer.Compare(_z + row, _layer.Targets(_labels[record]), _rate, _deltas + row, work);
            for (var output = 0; output < _outputs; output++)
                _steps.Pointer[((nint)output * _capacity) + record] = work.Steps.Pointer[output];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPanel(int panel)
    {
        var (first, width) = (_layout.FirstNode(panel), _layout.Width(panel));
        for (var record = 0; record < _count; record += RecordsPerPass)
        {
            var count = Math.Min(RecordsPerPass, _count - record);
            for (var output = 0; output < _outputs; output++)
            {
                _layer.Add(
                    output, first, width, _steps.Pointer + ((nint)output * _capacity) + record, _z + ((nint)record * _layer.Stride), count);
            }
        }
    }

    private sealed class Comparing(OutputBatch<TFloats> batch) : IPanelWork
    {
        public void RunPanel(int panel) => batch.CompareSome(panel);
    }

    private sealed class Adding(OutputBatch<TFloats> batch) : IPanelWork
    {
        public void RunPanel(int panel) => batch.AddPanel(panel);
    }
}
