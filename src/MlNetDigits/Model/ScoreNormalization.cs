namespace MlNetDigits;

/// <summary>What the Score column of a model holds.</summary>
public enum ScoreNormalization
{
    /// <summary>The outputs of the network as they are: each in (0, 1), not summing to 1 (the default).</summary>
    None = 0,

    /// <summary>
    /// Each output divided by their sum, so that the scores of a record sum to 1. The order of the classes stays;
    /// ML.NET's log-loss, which takes scores for probabilities, becomes comparable with other trainers'.
    /// </summary>
    Sum = 1,
}
