namespace MlNetDigits;

/// <summary>What the Score column of a model holds.</summary>
/// <remarks>The number of a value is written into saved models: it stays, and new ones come at the end.</remarks>
public enum ScoreNormalization
{
    /// <summary>The outputs of the network as they are: each in (0, 1), not summing to 1 (the default).</summary>
    None = 0,

    /// <summary>
    /// Each output divided by their sum, so that the scores of a record sum to 1. The order of the classes stays;
    /// ML.NET's log-loss, which takes scores for probabilities, becomes comparable with other trainers'.
    /// </summary>
    Sum = 1,

    /// <summary>
    /// The softmax of the sums at the output nodes, <c>exp(z_k) / (exp(z_1) + ... + exp(z_n))</c> with <c>z = W2 h</c>: what a
    /// network that learned by cross-entropy takes for the probabilities of the classes. They sum to 1, and tell classes
    /// apart whose outputs are both 1 to single precision.
    /// </summary>
    Softmax = 2,
}
