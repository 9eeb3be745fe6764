using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What the network says of a digit.</summary>
/// <param name="Found">The digit.</param>
/// <param name="Scores">A score a digit, normalised as the model says.</param>
/// <param name="Label">The right answer, if it is known.</param>
/// <param name="Rule">When such scores are worth something.</param>
internal sealed record Prediction(FoundDigit Found, ImmutableArray<float> Scores, int? Label, ConfidenceRule Rule)
{
    /// <summary>The digit with the best score.</summary>
    public int Digit => Scores.IndexOf(Scores.Max());

    /// <summary>The digit with the second best score.</summary>
    public int RunnerUp
        => Enumerable.Range(0, Scores.Length).Where(digit => digit != Digit).MaxBy(digit => Scores[digit]);

    /// <summary>How far the best score is above the second best.</summary>
    public float Margin => ConfidenceRule.Margin(Scores.AsSpan());

    /// <summary>Whether the answer is worth something.</summary>
    public bool IsSure => Rule.IsSure(Scores.AsSpan());

    /// <summary>Whether the digit is the right one; null if that is not known.</summary>
    public bool? IsRight => Label is { } label ? label == Digit : null;
}
