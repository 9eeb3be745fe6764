using System.Numerics.Tensors;

namespace MlNetDigits;

/// <summary>Turns the outputs of a network into scores that sum to 1.</summary>
internal static class ScoreNormalizer
{
    /// <summary>Divides each score by their sum, in place; equal shares if every score is zero.</summary>
    public static void DivideBySum(Span<float> scores)
    {
        var sum = TensorPrimitives.Sum<float>(scores);
        if (sum > 0)
            TensorPrimitives.Divide(scores, sum, scores);
        else
            scores.Fill(1f / scores.Length);
    }
}
