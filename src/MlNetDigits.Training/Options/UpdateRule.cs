namespace MlNetDigits.Training;

/// <summary>How the weights change after the network has seen a record.</summary>
/// <remarks>
/// The first two rules share the forward pass <c>h = s(W1 x)</c>, <c>o = s(W2 h)</c>, the output error <c>e = t - o</c> and the
/// output layer's update <c>W2 += rate * (e * o * (1 - o)) h^T</c>. They differ in the error of the hidden nodes, and
/// so in <c>W1 += rate * (hiddenError * h * (1 - h)) x^T</c>. Both use the W2 from before its own update.
/// </remarks>
public enum UpdateRule
{
    /// <summary>
    /// The classic three-layer network's rule (the default): the raw output error is sent back through the weights,
    /// <c>hiddenError = W2^T e</c>. It is not the gradient of any squared error.
    /// </summary>
    Classic = 0,

    /// <summary>
    /// The gradient of <c>1/2 sum (t - o)^2</c>: <c>hiddenError = W2^T (e * o * (1 - o))</c>, as automatic
    /// differentiation computes it.
    /// </summary>
    Gradient = 1,

    /// <summary>
    /// The gradient of the cross-entropy <c>-sum t log p</c>, where <c>p = softmax(W2 h)</c> are the outputs while
    /// training: with <c>d = t - p sum t</c>, which is <c>t - p</c> for targets that sum to 1, <c>W2 += rate * d h^T</c> and
    /// <c>hiddenError = W2^T d</c>. The targets are 0 and 1 unless others are given, the scores of the model the probabilities p.
    /// </summary>
    CrossEntropy = 2,
}
