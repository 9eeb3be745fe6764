using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>
/// The step of <c>torch.optim.SGD</c>, with Nesterov's momentum or none, that is safe while other threads collect garbage.
/// </summary>
/// <remarks>
/// TorchSharp turns a number into a native <see cref="Scalar"/> that nothing keeps alive during the native call: a
/// collection on another thread can free it before it is read. The tests saw that now and then as "Unknown scalar type"
/// from <c>1 - x</c> and <c>x.pow(2)</c>; a wrong number would go unseen (dotnet/TorchSharp pull requests 1434 and
/// 1496 are about these scalars). The optimizer's own step does the same with the learning rate. Here each scalar is
/// disposed of after the call, and so alive in it.
/// </remarks>
internal sealed class KeptAliveSgd : ITorchOptimizer
{
    private readonly Parameter[] _parameters;
    private readonly Tensor[]? _velocities;
    private readonly Scalar _momentum;
    private long _steps;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="module">The module, W1 before W2.</param>
    /// <param name="momentum">Nesterov's momentum; 0 for none.</param>
    /// <param name="state">What to go on with; null to begin.</param>
    public KeptAliveSgd(SigmoidModule module, float momentum, OptimizerState? state)
    {
        _parameters = [module.HiddenWeights, module.OutputWeights];
        _momentum = momentum.ToScalar();
        _steps = state?.Steps ?? 0;
        if (momentum == 0)
            return;

        // Torch's velocity is of the gradient, which points uphill.
        _velocities = TorchMoments.From(module, state?.FirstMoments, negate: true);
    }

    /// <inheritdoc/>
    public void Step(LayerRates rates)
    {
        using var withoutAutograd = no_grad();
        _steps++;
        StepOne(0, rates.Hidden);
        StepOne(1, rates.Output);
    }

    /// <inheritdoc/>
    public OptimizerState? ToState(SigmoidModule module)
        => _velocities is null ? null : new(_steps, TorchMoments.ToWeights(module, _velocities, negate: true), null);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var velocity in _velocities ?? [])
            velocity.Dispose();
        _momentum.Dispose();
    }

    /// <summary>
    /// <c>w -= rate * gradient</c>; with momentum m, first <c>v = m v + gradient</c>, then <c>w -= rate (gradient + m v)</c>.
    /// </summary>
    private void StepOne(int index, float rate)
    {
        using var gradient = _parameters[index].grad;
        if (gradient is null)
            return;
        using var minusRate = (-rate).ToScalar();
        if (_velocities is null)
        {
            _parameters[index].add_(gradient, minusRate);
            return;
        }

        _velocities[index].mul_(_momentum).add_(gradient);
        gradient.add_(_velocities[index], _momentum);
        _parameters[index].add_(gradient, minusRate);
    }
}
