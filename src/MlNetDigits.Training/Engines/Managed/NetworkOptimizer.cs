namespace MlNetDigits.Training;

/// <summary>The optimizer of both layers, for the engine whose weights are laid out for the kernels.</summary>
internal sealed unsafe class NetworkOptimizer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly NetworkSizes _sizes;
    private readonly PanelLayout _layout;
    private readonly OutputLayer<TFloats> _outputLayer;
    private readonly float _outputFactor;
    private long _steps;

    /// <summary>Makes an optimizer without a past.</summary>
    public NetworkOptimizer(SigmoidNetworkOptions options, NetworkSizes sizes, PanelLayout layout, OutputLayer<TFloats> outputLayer)
    {
        (_sizes, _layout, _outputLayer, _outputFactor) = (sizes, layout, outputLayer, options.OutputRateFactor);
        Hidden = new LayerOptimizer<TFloats>(options, (long)layout.PaddedNodes * layout.Inputs);
        Output = new LayerOptimizer<TFloats>(options, outputLayer.Length);
    }

    /// <summary>That of W1.</summary>
    public LayerOptimizer<TFloats> Hidden { get; }

    /// <summary>That of W2.</summary>
    public LayerOptimizer<TFloats> Output { get; }

    /// <summary>Tells the next step.</summary>
    /// <param name="rate">The learning rate of the hidden layer.</param>
    public void Begin(float rate)
    {
        _steps++;
        Hidden.Begin(_steps, rate);
        Output.Begin(_steps, rate * _outputFactor);
    }

    /// <summary>Goes on from a state.</summary>
    public void Pack(OptimizerState state)
    {
        _steps = state.Steps;
        Pack(state.FirstMoments, Hidden.First, Output.First);
        if (state.SecondMoments is { } second)
            Pack(second, Hidden.Second, Output.Second);
    }

    /// <summary>Copies the state.</summary>
    public OptimizerState Unpack() => new(
        _steps,
        Unpack(Hidden.First, Output.First),
        Hidden.Second is null ? null : Unpack(Hidden.Second, Output.Second));

    /// <inheritdoc/>
    public void Dispose()
    {
        Hidden.Dispose();
        Output.Dispose();
    }

    private void Pack(NetworkWeights moments, float* hidden, float* output)
    {
        _layout.Pack(moments.HiddenWeights.Span, hidden);
        _outputLayer.Pack(moments.OutputWeights.Span, output);
    }

    private NetworkWeights Unpack(float* hidden, float* output)
    {
        var hiddenMoments = new float[_sizes.HiddenNodes * _sizes.Inputs];
        var outputMoments = new float[_sizes.Outputs * _sizes.HiddenNodes];
        _layout.Unpack(hidden, hiddenMoments);
        _outputLayer.Unpack(output, outputMoments);
        return NetworkWeights.Adopt(_sizes.Inputs, _sizes.HiddenNodes, _sizes.Outputs, hiddenMoments, outputMoments);
    }
}
