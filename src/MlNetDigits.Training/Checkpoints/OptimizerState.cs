namespace MlNetDigits.Training;

/// <summary>What an optimizer remembers of the steps so far, a number a weight.</summary>
/// <param name="Steps">The number of steps.</param>
/// <param name="FirstMoments">
/// Adam's moving means of the gradients, or the sums of momentum, in the shape of the network's weights. They point to
/// where the loss falls.
/// </param>
/// <param name="SecondMoments">Adam's moving means of the squared gradients; null for momentum.</param>
public sealed record OptimizerState(long Steps, NetworkWeights FirstMoments, NetworkWeights? SecondMoments)
{
    /// <summary>Whether it is what the optimizer of some options remembers.</summary>
    internal bool IsOf(SigmoidNetworkOptions options)
        => options.HasOptimizerState && SecondMoments is not null == (options.Optimizer == Optimizer.Adam);
}
