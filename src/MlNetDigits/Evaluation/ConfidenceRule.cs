namespace MlNetDigits;

/// <summary>When the answer of a network is worth little: if the runner-up's score is near the best one.</summary>
/// <remarks>
/// The margins are chosen so that of the answers that are called sure at most 1 in 300 is wrong, by models that learned from
/// 50,000 of MNIST's training images, on the other 10,000 (<c>confidence</c> of the benchmarks prints the table). Raw
/// outputs of the classic network: with 0.75, 1 in 314 is wrong, and 90 % of all wrong answers and 10 % of the right ones
/// are flagged; with 0.5 it would be 1 in 125, 74 % and 4 %. The same divided by their sum: 1 in 380, 92 % and 14 %.
/// Probabilities of <c>SigmoidNetworkOptions.Accurate</c> after 300 epochs: with 0.8, 1 in 426, 70 % of the 77 wrong
/// answers and 1.5 % of the right ones; with 0.7, 1 in 299.
/// </remarks>
/// <param name="LeastMargin">The least difference between the best and the second best score, in [0, 1].</param>
public sealed record ConfidenceRule(float LeastMargin)
{
    private const float LeastMarginOfOutputs = 0.75f;
    private const float LeastMarginOfShares = 0.75f;
    private const float LeastMarginOfProbabilities = 0.8f;

    /// <summary>The rule for the scores of a model, which depends on what they are.</summary>
    /// <param name="normalization">What they are, as <see cref="SigmoidNetworkModelParameters.ScoreNormalization"/> says.
    /// </param>
    /// <returns>The rule with the default margin of such scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no such scores.</exception>
    public static ConfidenceRule For(ScoreNormalization normalization) => normalization switch
    {
        ScoreNormalization.None => new(LeastMarginOfOutputs),
        ScoreNormalization.Sum => new(LeastMarginOfShares),
        ScoreNormalization.Softmax => new(LeastMarginOfProbabilities),
        _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "There are no such scores."),
    };

    /// <summary>How far the best score is above the second best.</summary>
    /// <param name="scores">The scores of one record, a class each; at least two.</param>
    /// <returns>The difference; NaN if a score is.</returns>
    /// <exception cref="ArgumentException">There are fewer than two scores.</exception>
    public static float Margin(ReadOnlySpan<float> scores)
    {
        if (scores.Length < 2)
            throw new ArgumentException("A margin needs two scores.", nameof(scores));

        var (best, second) = (float.NegativeInfinity, float.NegativeInfinity);
        foreach (var score in scores)
        {
            if (float.IsNaN(score))
                return float.NaN;
            (best, second) = score > best ? (score, best) : (best, Math.Max(second, score));
        }

        return best - second;
    }

    /// <summary>Whether an answer is worth something.</summary>
    /// <param name="scores">The scores of one record, a class each; at least two.</param>
    /// <returns>False if the margin is too small, or a score is NaN.</returns>
    /// <exception cref="ArgumentException">There are fewer than two scores.</exception>
    public bool IsSure(ReadOnlySpan<float> scores) => Margin(scores) >= LeastMargin;
}
