namespace MlNetDigits.Training;

/// <summary>
/// The layers of <see cref="ManagedEngine{TFloats}"/>, given one record at a time. What a record changes in W1 is
/// put in when the next one comes, in the same go over the weights that computes its sums.
/// </summary>
internal sealed unsafe class RecordLearner<TFloats> : IRecordLearner
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly float _rate;
    private readonly NetworkSizes _sizes;
    private readonly RecordChunk _record;
    private readonly TrainingRecords _records;
    private readonly WorkingNetwork<TFloats> _network;
    private readonly AlignedFloats _targets;

    /// <inheritdoc cref="IRecordLearner.Create"/>
    public RecordLearner(NetworkWeights start, SigmoidNetworkOptions options, float? background)
    {
        (_rate, _sizes) = (options.LearningRate, start.Sizes);
        _record = new RecordChunk(start.Inputs, background, expectedValues: start.Inputs);
        _records = new TrainingRecords(start.Inputs, start.Outputs, background, [_record], labels: [0]);
        _network = new WorkingNetwork<TFloats>(
            _sizes, options with { BatchSize = 1, Threads = 1 }, background, groupSize: 1);
        _network.Pack(start.HiddenWeights.Span, start.OutputWeights.Span);
        _targets = new AlignedFloats(_network.TargetRoom);
    }

    private static ReadOnlySpan<int> TheRecord => [0];

    /// <inheritdoc/>
    public double Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        Show(inputs);
        targets.CopyTo(_targets.Span(0, _sizes.Outputs));
        var error = _network.LearnOne(_targets.Pointer, _rate);

        // The kernels work on bare pointers, which do not keep the layers alive.
        GC.KeepAlive(this);
        return error;
    }

    /// <inheritdoc/>
    public void Query(ReadOnlySpan<float> inputs, Span<float> scores)
    {
        Show(inputs);
        _network.ScoreOne(_records).CopyTo(scores);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public NetworkWeights ToWeights()
    {
        var hiddenWeights = new float[_sizes.HiddenNodes * _sizes.Inputs];
        var outputWeights = new float[_sizes.Outputs * _sizes.HiddenNodes];
        _network.Unpack(_records, hiddenWeights, outputWeights);
        GC.KeepAlive(this);
        return NetworkWeights.Adopt(_sizes.Inputs, _sizes.HiddenNodes, _sizes.Outputs, hiddenWeights, outputWeights);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        _targets.Dispose();
    }

    /// <summary>Puts in what the record before has changed, and computes the hidden nodes' sums for this one.</summary>
    private void Show(ReadOnlySpan<float> inputs)
    {
        _record.Clear();
        _record.AddDense(inputs);
        _network.Show(_records, TheRecord);
    }
}
