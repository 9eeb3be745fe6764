namespace MlNetDigits.Training;

/// <summary>
/// The layers of <see cref="ManagedEngine{TFloats}"/>, given one record at a time. What a record changes in W1 is
/// put in when the next one comes, in the same go over the weights that computes its sums.
/// </summary>
internal sealed unsafe class RecordLearner<TFloats> : IRecordLearner
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly float _rate;
    private readonly int _outputs;
    private readonly RecordChunk _record;
    private readonly TrainingRecords _records;
    private readonly WorkingNetwork<TFloats> _network;

    /// <inheritdoc cref="IRecordLearner.Create"/>
    public RecordLearner(NetworkWeights start, SigmoidNetworkOptions options, float? background)
    {
        (_rate, _outputs) = (options.LearningRate, start.Outputs);
        _record = new RecordChunk(start.Inputs, background, expectedValues: start.Inputs);
        _records = new TrainingRecords(start.Inputs, start.Outputs, background, [_record], labels: [0]);
        _network = new WorkingNetwork<TFloats>(
            new PanelLayout(start.Inputs, start.HiddenNodes, TFloats.Width),
            start.Outputs,
            options with { BatchSize = 1, Threads = 1 },
            background,
            groupSize: 1,
            isGathered: false);
        _network.Pack(start.HiddenWeights.Span, start.OutputWeights.Span);
    }

    private static ReadOnlySpan<int> TheRecord => [0];

    /// <inheritdoc/>
    public double Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        Show(inputs);
        double error;
        fixed (float* target = targets)
            error = _network.Output.Learn(_network.Sums(0), target, _rate, _network.Deltas(0));

        // The kernels work on bare pointers, which do not keep the layers alive.
        GC.KeepAlive(this);
        return error;
    }

    /// <inheritdoc/>
    public void Query(ReadOnlySpan<float> inputs, Span<float> scores)
    {
        Show(inputs);
        _network.Output.Score(_network.Sums(0)).CopyTo(scores);
        _network.Forget(_records);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public NetworkWeights ToWeights()
    {
        var layout = _network.Layout;
        var hiddenWeights = new float[layout.HiddenNodes * layout.Inputs];
        var outputWeights = new float[_outputs * layout.HiddenNodes];
        _network.Unpack(_records, hiddenWeights, outputWeights);
        GC.KeepAlive(this);
        return NetworkWeights.Adopt(layout.Inputs, layout.HiddenNodes, _outputs, hiddenWeights, outputWeights);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    /// <summary>Puts in what the record before has changed, and computes the hidden nodes' sums for this one.</summary>
    private void Show(ReadOnlySpan<float> inputs)
    {
        _record.Clear();
        _record.AddDense(inputs);
        _network.Show(_records, TheRecord);
    }
}
