using System.Collections.Immutable;

namespace MlNetDigits.Cli.Predict;

/// <summary>How many answers are right, of those that are known.</summary>
/// <param name="Known">The digits whose right answers are known.</param>
/// <param name="Right">Those that were read right.</param>
/// <param name="NotSure">Those of which the network is not sure.</param>
/// <param name="NotSureAndWrong">Those of them that were read wrong.</param>
internal sealed record Accuracy(int Known, int Right, int NotSure, int NotSureAndWrong)
{
    /// <summary>The share of right answers.</summary>
    public double Share => (double)Right / Known;

    /// <summary>Counts.</summary>
    /// <returns>The counts; null if no right answer is known.</returns>
    public static Accuracy? Of(ImmutableArray<Answer> answers)
    {
        Prediction[] known =
            [.. answers.Where(answer => answer.Known > 0).SelectMany(answer => answer.Digits)];
        return known.Length == 0
            ? null
            : new Accuracy(
                answers.Sum(answer => answer.Known),
                answers.Sum(answer => answer.Right),
                known.Count(prediction => !prediction.IsSure),
                known.Count(prediction => !prediction.IsSure && prediction.IsRight != true));
    }
}
