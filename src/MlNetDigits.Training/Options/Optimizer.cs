namespace MlNetDigits.Training;

/// <summary>How an update follows from the gradient of a batch.</summary>
/// <remarks>
/// Both move the weights against the gradient g of the batch's mean loss. All arithmetic is that of PyTorch's
/// <c>optim.SGD(nesterov=True)</c> and <c>optim.Adam</c>.
/// </remarks>
public enum Optimizer
{
    /// <summary>
    /// Stochastic gradient descent (the default): <c>w -= rate g</c>, or with a <see cref="SigmoidNetworkOptions.Momentum"/>
    /// m, as Nesterov proposed, <c>v = m v + g</c> and <c>w -= rate (g + m v)</c>.
    /// </summary>
    Sgd = 0,

    /// <summary>
    /// Adam (D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015) with its usual numbers:
    /// <c>m = 0.9 m + 0.1 g</c>, <c>v = 0.999 v + 0.001 g g</c>, and in step t
    /// <c>w -= rate m / (1 - 0.9^t) / (sqrt(v / (1 - 0.999^t)) + 1e-8)</c>. A tenth to a hundredth of the rate of
    /// <see cref="Sgd"/> suits it, such as 0.003.
    /// </summary>
    Adam = 1,
}
