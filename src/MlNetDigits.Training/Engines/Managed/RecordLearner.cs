namespace MlNetDigits.Training;

/// <summary>
/// The layers of <see cref="ManagedEngine{TSimd, TVector}"/>, given one record at a time. What a record changes in W1 is
/// put in when the next one comes, in the same go over the weights that computes its sums.
/// </summary>
internal sealed unsafe class RecordLearner<TSimd, TVector> : IRecordLearner
    where TSimd : struct, ISimdMath<TVector>
    where TVector : struct
{
    private readonly float _rate;
    private readonly PanelLayout _layout;
    private readonly int _outputs;
    private readonly RecordChunk _record;
    private readonly TrainingRecords _records;
    private readonly PanelRunner _runner = new(threads: 1);
    private readonly IInputLayer _inputLayer;
    private readonly OutputLayer<TSimd, TVector> _outputLayer;
    private readonly AlignedFloats _z;
    private readonly AlignedFloats _deltas;

    /// <inheritdoc cref="IRecordLearner.Create"/>
    public RecordLearner(NetworkWeights start, SigmoidNetworkOptions options, float? background)
    {
        (_rate, _outputs) = (options.LearningRate, start.Outputs);
        _record = new RecordChunk(start.Inputs, background, expectedValues: start.Inputs);
        _records = new TrainingRecords(start.Inputs, start.Outputs, background, [_record], labels: [0]);
        _layout = new PanelLayout(start.Inputs, start.HiddenNodes, TSimd.Width);
        _inputLayer = background is { } value
            ? new BackgroundInputLayer<TSimd, TVector, SparseGroup>(_layout, _runner, value, () => new())
            : new DenseInputLayer<TSimd, TVector>(_layout, _runner, groupSize: 1);
        _outputLayer = new OutputLayer<TSimd, TVector>(options with { BatchSize = 1 }, start.HiddenNodes, start.Outputs);
        _inputLayer.Pack(start.HiddenWeights.Span);
        _outputLayer.Pack(start.OutputWeights.Span);
        _z = new AlignedFloats(_layout.PaddedNodes);
        _deltas = new AlignedFloats(_layout.PaddedNodes);
    }

    private static ReadOnlySpan<int> TheRecord => [0];

    /// <inheritdoc/>
    public double Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        Show(inputs);
        double error;
        fixed (float* target = targets)
            error = _outputLayer.Learn(_z.Pointer, target, _rate, _deltas.Pointer);

        // The kernels work on bare pointers, which do not keep the layers alive.
        GC.KeepAlive(this);
        return error;
    }

    /// <inheritdoc/>
    public void Query(ReadOnlySpan<float> inputs, Span<float> scores)
    {
        Show(inputs);
        _outputLayer.Score(_z.Pointer).CopyTo(scores);

        // Nothing is to be learned from this one when the next one comes.
        _inputLayer.Read(_records, []);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public NetworkWeights ToWeights()
    {
        _inputLayer.Read(_records, []);
        _inputLayer.Advance(_deltas.Pointer, _z.Pointer);
        var hiddenWeights = new float[_layout.HiddenNodes * _layout.Inputs];
        var outputWeights = new float[_outputs * _layout.HiddenNodes];
        _inputLayer.Unpack(hiddenWeights);
        _outputLayer.Unpack(outputWeights);
        GC.KeepAlive(this);
        return NetworkWeights.Adopt(_layout.Inputs, _layout.HiddenNodes, _outputs, hiddenWeights, outputWeights);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputLayer.Dispose();
        _outputLayer.Dispose();
        _runner.Dispose();
        _z.Dispose();
        _deltas.Dispose();
    }

    /// <summary>Puts in what the record before has changed, and computes the hidden nodes' sums for this one.</summary>
    private void Show(ReadOnlySpan<float> inputs)
    {
        _record.Clear();
        _record.AddDense(inputs);
        _inputLayer.Read(_records, TheRecord);
        _inputLayer.Advance(_deltas.Pointer, _z.Pointer);
    }
}
