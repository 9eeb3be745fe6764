using System.Numerics.Tensors;

namespace MlNetDigits;

/// <summary>Turns the values of a network's output nodes into scores.</summary>
internal static class ScoreNormalizer
{
    /// <summary>Which values the scores are made of.</summary>
    public static NodeValues ValuesFor(ScoreNormalization normalization)
        => normalization == ScoreNormalization.Softmax ? NodeValues.Sums : NodeValues.Outputs;

    /// <summary>Makes the scores of one record, in place.</summary>
    /// <param name="normalization">Which scores.</param>
    /// <param name="values">The values of the output nodes that <see cref="ValuesFor"/> names.</param>
    public static void Apply(ScoreNormalization normalization, Span<float> values)
    {
        if (normalization == ScoreNormalization.Sum)
            DivideBySum(values);
        else if (normalization == ScoreNormalization.Softmax)
            Softmax(values);
    }

    /// <summary>Divides each score by their sum, in place; equal shares if every score is zero. NaN makes all NaN.</summary>
    public static void DivideBySum(Span<float> scores)
    {
        var sum = TensorPrimitives.Sum<float>(scores);
        if (sum == 0)
            scores.Fill(1f / scores.Length);
        else
            TensorPrimitives.Divide(scores, sum, scores);
    }

    /// <summary>Replaces the sums at the output nodes by their softmax. NaN makes all NaN.</summary>
    public static void Softmax(Span<float> sums)
    {
        // Of how far they are below the greatest, since exp(89) is no float any more. Weights near the end of a float's
        // range give infinite sums, of which there is no difference.
        TensorPrimitives.Clamp(sums, -float.MaxValue, float.MaxValue, sums);
        TensorPrimitives.Subtract(sums, TensorPrimitives.Max<float>(sums), sums);
        TensorPrimitives.Exp<float>(sums, sums);
        DivideBySum(sums);
    }
}
