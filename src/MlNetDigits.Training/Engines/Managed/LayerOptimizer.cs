namespace MlNetDigits.Training;

/// <summary>
/// Moves the weights of a layer by a gradient and by what it remembers of those before. Its memory is laid out as the
/// weights are.
/// </summary>
/// <remarks>Gradients point to where the loss falls here: they are what the rules add to the weights.</remarks>
internal sealed unsafe class LayerOptimizer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly float _momentum;
    private readonly AlignedFloats _first;
    private readonly AlignedFloats? _second;
    private float _rate;
    private AdamStep _adam;

    /// <summary>Makes an optimizer without a past.</summary>
    /// <param name="options">Which optimizer.</param>
    /// <param name="length">The number of weights, with what fills up.</param>
    public LayerOptimizer(SigmoidNetworkOptions options, long length)
    {
        _momentum = options.Momentum;
        _first = new AlignedFloats(length);
        _second = options.Optimizer == Optimizer.Adam ? new AlignedFloats(length) : null;
    }

    /// <summary>The moving mean of the gradients, or with momentum their sum.</summary>
    public float* First => _first.Pointer;

    /// <summary>The moving mean of their squares; null for momentum.</summary>
    public float* Second => _second is null ? null : _second.Pointer;

    /// <summary>Tells the next step.</summary>
    /// <param name="step">Its number, from 1.</param>
    /// <param name="rate">The learning rate.</param>
    public void Begin(long step, float rate)
    {
        if (_second is null)
            _rate = rate;
        else
            _adam = AdamStep.Of(step, rate);
    }

    /// <summary>Moves some weights, and sets their gradients to 0 for the next step.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="gradient">The mean gradient of the batch.</param>
    /// <param name="offset">Where in the layer they are.</param>
    /// <param name="count">How many: whole vectors.</param>
    public void Step(float* weights, float* gradient, nint offset, nint count)
    {
        if (_second is null)
            OptimizerKernel<TFloats>.Nesterov(weights, gradient, First + offset, count, _rate, _momentum);
        else
            OptimizerKernel<TFloats>.Adam(weights, gradient, First + offset, Second + offset, count, _adam);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _second?.Dispose();
    }
}
