using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>
/// The step of <c>torch.optim.Adam</c>, by torch's own operations, with scalars that stay alive during each native call;
/// see <see cref="KeptAliveSgd"/> for why that matters.
/// </summary>
internal sealed class KeptAliveAdam : ITorchOptimizer
{
    private readonly Parameter[] _parameters;
    private readonly Tensor[] _first;
    private readonly Tensor[] _second;
    private readonly Scalar _beta1 = AdamStep.Beta1.ToScalar();
    private readonly Scalar _rest1 = (1 - AdamStep.Beta1).ToScalar();
    private readonly Scalar _beta2 = AdamStep.Beta2.ToScalar();
    private readonly Scalar _rest2 = (1 - AdamStep.Beta2).ToScalar();
    private readonly Scalar _epsilon = AdamStep.Epsilon.ToScalar();
    private long _steps;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="module">The module, W1 before W2.</param>
    /// <param name="state">What to go on with; null to begin.</param>
    public KeptAliveAdam(SigmoidModule module, OptimizerState? state)
    {
        _parameters = [module.HiddenWeights, module.OutputWeights];

        // Torch's moments are of the gradient, which points uphill.
        _first = TorchMoments.From(module, state?.FirstMoments, negate: true);
        _second = TorchMoments.From(module, state?.SecondMoments, negate: false);
        _steps = state?.Steps ?? 0;
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
    public OptimizerState ToState(SigmoidModule module) => new(
        _steps, TorchMoments.ToWeights(module, _first, negate: true), TorchMoments.ToWeights(module, _second, negate: false));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _first.Concat(_second))
            tensor.Dispose();
        foreach (var scalar in new[] { _beta1, _rest1, _beta2, _rest2, _epsilon })
            scalar.Dispose();
    }

    private void StepOne(int index, float rate)
    {
        using var gradient = _parameters[index].grad ?? throw new InvalidOperationException("A parameter has no gradient.");
        var (first, second) = (_first[index], _second[index]);
        first.mul_(_beta1).add_(gradient, _rest1);
        second.mul_(_beta2).addcmul_(gradient, gradient, _rest2);

        using var rootScale = (1 / Math.Sqrt(1 - Math.Pow(AdamStep.Beta2, _steps))).ToScalar();
        using var minusRate = (-rate / (1 - Math.Pow(AdamStep.Beta1, _steps))).ToScalar();
        using var root = second.sqrt();
        root.mul_(rootScale).add_(_epsilon);
        _parameters[index].addcdiv_(first, root, minusRate);
    }
}
