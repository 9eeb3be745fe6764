using System.Numerics.Tensors;

namespace MlNetDigits.Training;

/// <summary>Measures weights on records that are not learned from.</summary>
internal static class Validation
{
    /// <summary>Scores every record and compares with its class.</summary>
    public static ValidationMetrics Measure(NetworkWeights weights, TrainingRecords records, TargetRange targets)
    {
        var features = new float[records.Features];
        var scores = new float[records.Classes];
        var right = 0L;
        var errorSum = 0.0;
        for (var record = 0; record < records.Count; record++)
        {
            records.CopyFeatures(record, features);
            weights.Query(features, scores);
            var label = records.Label(record);
            if (TensorPrimitives.IndexOfMax<float>(scores) == label)
                right++;
            errorSum += ErrorOf(scores, label, targets);
        }

        return new ValidationMetrics(records.Count, (double)right / records.Count, errorSum / records.Count);
    }

    private static double ErrorOf(ReadOnlySpan<float> scores, int label, TargetRange targets)
    {
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            var error = (i == label ? targets.High : targets.Low) - (double)scores[i];
            sum += error * error;
        }

        return sum / 2;
    }
}
