namespace MlNetDigits.Training;

/// <summary>
/// A network laid out for the kernels while it learns: its two layers, and room for the group of records at work. What a
/// group changes in W1 is put in when the next one is shown, in the same go over the weights that computes its sums.
/// </summary>
internal sealed unsafe class WorkingNetwork<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly PanelRunner _runner;
    private readonly IInputLayer _inputLayer;
    private readonly AlignedFloats _z;
    private readonly AlignedFloats _deltas;
    private readonly int _nodes;

    /// <summary>Lays a network out.</summary>
    /// <param name="layout">The size of W1.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="options">The options.</param>
    /// <param name="background">The value that most features have, if there is one; null if every feature counts.</param>
    /// <param name="groupSize">The most records that are shown at once.</param>
    /// <param name="isGathered">Whether a group's records differ from the background in much the same features.</param>
    public WorkingNetwork(
        PanelLayout layout, int outputs, SigmoidNetworkOptions options, float? background, int groupSize, bool isGathered)
    {
        (Layout, _nodes) = (layout, layout.PaddedNodes);
        _runner = new PanelRunner(options.Threads);
        (_inputLayer, Products) = CreateInputLayer(layout, _runner, background, groupSize, isGathered);
        Output = new OutputLayer<TFloats>(options, layout.HiddenNodes, outputs);
        _z = new AlignedFloats((long)groupSize * _nodes);
        _deltas = new AlignedFloats((long)groupSize * _nodes);
    }

    /// <summary>The size of W1.</summary>
    public PanelLayout Layout { get; }

    /// <summary>W2 at work.</summary>
    public OutputLayer<TFloats> Output { get; }

    /// <summary>The products of the group's records with one another; null where groups of one are looked up.</summary>
    public IRecordProducts? Products { get; }

    /// <summary>The hidden nodes' sums for a record of the group, <c>[padded hidden]</c>.</summary>
    public float* Sums(int record) => _z.Pointer + ((nint)record * _nodes);

    /// <summary>Where the rate times the deltas of a record of the group go, <c>[padded hidden]</c>.</summary>
    public float* Deltas(int record) => _deltas.Pointer + ((nint)record * _nodes);

    /// <summary>Takes the weights, row-major.</summary>
    public void Pack(ReadOnlySpan<float> hiddenWeights, ReadOnlySpan<float> outputWeights)
    {
        _inputLayer.Pack(hiddenWeights);
        Output.Pack(outputWeights);
    }

    /// <summary>Learns from the group before, and computes the sums of the next.</summary>
    public void Show(TrainingRecords records, ReadOnlySpan<int> group)
    {
        _inputLayer.Read(records, group);
        _inputLayer.Advance(_deltas.Pointer, _z.Pointer);
    }

    /// <summary>Forgets the group that was shown last: nothing is to be learned from it.</summary>
    public void Forget(TrainingRecords records) => _inputLayer.Read(records, []);

    /// <summary>Gives the weights back, row-major, with what the group that was shown last has changed.</summary>
    public void Unpack(TrainingRecords records, Span<float> hiddenWeights, Span<float> outputWeights)
    {
        Show(records, []);
        _inputLayer.Unpack(hiddenWeights);
        Output.Unpack(outputWeights);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputLayer.Dispose();
        Output.Dispose();
        _runner.Dispose();
        _z.Dispose();
        _deltas.Dispose();
    }

    private static (IInputLayer Layer, IRecordProducts? Products) CreateInputLayer(
        PanelLayout layout, PanelRunner runner, float? background, int groupSize, bool isGathered)
    {
        if (background is not { } value)
        {
            var dense = new DenseInputLayer<TFloats>(layout, runner, groupSize);
            return (dense, dense);
        }

        if (!isGathered)
            return (new BackgroundInputLayer<TFloats, SparseGroup>(layout, runner, value, () => new()), null);
        var gathered = new BackgroundInputLayer<TFloats, GatheredGroup>(
            layout, runner, value, () => new(layout.Inputs, groupSize));
        return (gathered, new GatheredProducts<TFloats>(gathered, layout.Inputs, value));
    }
}
