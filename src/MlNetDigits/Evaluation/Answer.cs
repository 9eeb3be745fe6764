using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What a model said of one record whose class is known.</summary>
/// <param name="Row">The record's place in the data, from 0.</param>
/// <param name="TrueClass">The index of the class that it is of.</param>
/// <param name="Scores">A score for each class, all finite.</param>
/// <param name="Pixels">
/// The 784 raw pixels of a digit, row by row, 0 is background; empty if the data has no column of pixels.
/// </param>
public sealed record Answer(long Row, int TrueClass, ImmutableArray<float> Scores, ReadOnlyMemory<byte> Pixels = default)
{
    /// <summary>
    /// The index of the class with the highest score, which is the model's answer; of equal scores the first, as ML.NET
    /// counts it.
    /// </summary>
    public int PredictedClass => IndexOfMax(Scores);

    /// <summary>Whether the answer is the true class.</summary>
    public bool IsRight => PredictedClass == TrueClass;

    /// <summary>The score of the model's answer.</summary>
    public float Score => Scores[PredictedClass];

    /// <summary>The score of the true class.</summary>
    public float TrueScore => Scores[TrueClass];

    /// <summary>
    /// How sure the model was: by how much its answer's score exceeds that of the true class if the answer is wrong, and
    /// that of the next best class if it is right. Never negative. The score alone would say less: the raw
    /// outputs of a sigmoid network do not compete for a sum of 1, so a high one may have another beside it that is as high.
    /// </summary>
    public float Margin => IsRight ? Score - RunnerUp() : Score - TrueScore;

    private float RunnerUp()
    {
        var best = float.NegativeInfinity;
        for (var i = 0; i < Scores.Length; i++)
        {
            if (i != TrueClass)
                best = Math.Max(best, Scores[i]);
        }

        return Scores.Length == 1 ? 0 : best;
    }

    private static int IndexOfMax(ImmutableArray<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
