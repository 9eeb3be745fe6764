using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>
/// The optimizer of a layer once more, in double precision, from the formulas of PyTorch's <c>optim.SGD</c> and
/// <c>optim.Adam</c>; gradients point uphill.
/// </summary>
internal sealed class ReferenceOptimizer(SigmoidNetworkOptions options)
{
    private double[]? _velocity;
    private double[]? _mean;
    private double[]? _meanSquare;
    private int _steps;

    /// <summary>Moves the weights of the layer.</summary>
    /// <param name="weights">The weights, all of them in each step.</param>
    /// <param name="gradient">The gradient of the batch's mean loss.</param>
    /// <param name="rate">The learning rate of this step.</param>
    public void Step(double[] weights, double[] gradient, double rate)
    {
        _steps++;
        if (options.Optimizer == Optimizer.Adam)
            StepOfAdam(weights, gradient, rate);
        else
            StepOfSgd(weights, gradient, rate);
    }

    private void StepOfSgd(double[] weights, double[] gradient, double rate)
    {
        var velocity = _velocity ??= new double[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            velocity[i] = (options.Momentum * velocity[i]) + gradient[i];
            weights[i] -= rate * (gradient[i] + (options.Momentum * velocity[i]));
        }
    }

    private void StepOfAdam(double[] weights, double[] gradient, double rate)
    {
        var (mean, meanSquare) = (_mean ??= new double[weights.Length], _meanSquare ??= new double[weights.Length]);
        var (correction, squareCorrection) = (1 - Math.Pow(0.9, _steps), 1 - Math.Pow(0.999, _steps));
        for (var i = 0; i < weights.Length; i++)
        {
            mean[i] = (0.9 * mean[i]) + (0.1 * gradient[i]);
            meanSquare[i] = (0.999 * meanSquare[i]) + (0.001 * gradient[i] * gradient[i]);
            weights[i] -= rate * (mean[i] / correction) / (Math.Sqrt(meanSquare[i] / squareCorrection) + 1e-8);
        }
    }
}
