using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What the network says of a digit.</summary>
/// <param name="Found">The digit.</param>
/// <param name="Scores">A score a class, normalised as the model says.</param>
/// <param name="ClassNames">What the classes are called, in the order of the scores: a digit need not be the index of its class.</param>
/// <param name="Label">What the right answer is called, if it is known.</param>
/// <param name="Rule">When such scores are worth something.</param>
internal sealed record Prediction(
    FoundDigit Found, ImmutableArray<float> Scores, ImmutableArray<string> ClassNames, string? Label, ConfidenceRule Rule)
{
    /// <summary>What the class with the best score is called.</summary>
    public string Digit => ClassNames[Best];

    /// <summary>The best score.</summary>
    public float Score => Scores[Best];

    /// <summary>What the class with the second best score is called.</summary>
    public string RunnerUp => ClassNames[Next];

    /// <summary>The second best score.</summary>
    public float NextScore => Scores[Next];

    /// <summary>The index of the class with the best score.</summary>
    public int Best => Scores.IndexOf(Scores.Max());

    /// <summary>How far the best score is above the second best.</summary>
    public float Margin => ConfidenceRule.Margin(Scores.AsSpan());

    /// <summary>Whether the answer is worth something: nothing in the picture speaks against it, nor do the scores.
    /// </summary>
    public bool IsSure => Found.Doubt is null && Rule.IsSure(Scores.AsSpan());

    /// <summary>Whether the digit is the right one; null if that is not known.</summary>
    public bool? IsRight => Label is { } label ? label == Digit : null;

    private int Next
        => Enumerable.Range(0, Scores.Length).Where(index => index != Best).MaxBy(index => Scores[index]);
}
