namespace MlNetDigits;

/// <summary>When the answer of a network is worth little: if the runner-up's score is near the best one.</summary>
/// <remarks>
/// Of raw outputs, measured with <c>models/digits.zip</c> on MNIST's 10,000 test images, of which it gets 284 wrong: with the
/// margin of 0.5, 72 % of the wrong answers are flagged and 4.5 % of the right ones. A least best score flags fewer at
/// the same price (0.7: 66 % and 4.2 %), and together they gain nothing, since a best score below the margin is flagged
/// anyway. A margin of 0.3 flags 53 % and 2.2 %, one of 0.7 90 % and 8.5 %. Of the same outputs divided by their sum, a
/// margin of 0.5 flags 69 % and 4.5 %: about as many, so it is theirs too. Probabilities by softmax are nearer to 0 and 1
/// than either, and want a greater margin.
/// </remarks>
/// <param name="LeastMargin">The least difference between the best and the second best score, in [0, 1].</param>
public sealed record ConfidenceRule(float LeastMargin)
{
    private const float LeastMarginOfOutputs = 0.5f;
    private const float LeastMarginOfShares = 0.5f;
    private const float LeastMarginOfProbabilities = 0.9f;

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
