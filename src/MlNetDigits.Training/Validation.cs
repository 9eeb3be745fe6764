using System.Numerics.Tensors;

namespace MlNetDigits.Training;

/// <summary>Measures weights on records that are not learned from.</summary>
internal static class Validation
{
    private const int RecordsPerBlock = 256;

    /// <summary>Scores every record and compares with its class.</summary>
    public static ValidationMetrics Measure(
        NetworkWeights weights, RecordBlock block, SigmoidNetworkOptions options, int threads = 1)
    {
        var (records, order) = block;
        var isProbability = options.UpdateRule == UpdateRule.CrossEntropy;
        var features = new float[RecordsPerBlock * records.Features];
        var scores = new float[RecordsPerBlock * records.Classes];
        var (right, errorSum) = (0L, 0.0);
        for (var start = 0; start < order.Length; start += RecordsPerBlock)
        {
            var count = Math.Min(RecordsPerBlock, order.Length - start);
            for (var i = 0; i < count; i++)
                records.CopyFeatures(order[start + i], features.AsSpan(i * records.Features, records.Features));
            var some = features.AsSpan(0, count * records.Features);
            var someScores = scores.AsSpan(0, count * records.Classes);
            if (isProbability)
                weights.SumsMany(some, someScores, threads);
            else
                weights.QueryMany(some, someScores, threads);
            for (var i = 0; i < count; i++)
            {
                var label = records.Label(order[start + i]);
                var scored = scores.AsSpan(i * records.Classes, records.Classes);
                if (TensorPrimitives.IndexOfMax<float>(scored) == label)
                    right++;
                errorSum += isProbability ? CrossEntropyOf(scored, label, options.UsedTargets) : ErrorOf(scored, label, options.UsedTargets);
            }
        }

        return new ValidationMetrics(order.Length, (double)right / order.Length, errorSum / order.Length);
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

    /// <returns><c>-sum t log p</c>, p being the softmax of the sums.</returns>
    private static double CrossEntropyOf(ReadOnlySpan<float> sums, int label, TargetRange targets)
    {
        var max = (double)TensorPrimitives.Max(sums);
        var (total, product, target) = (0.0, 0.0, 0.0);
        for (var i = 0; i < sums.Length; i++)
        {
            var wanted = i == label ? targets.High : targets.Low;
            total += Math.Exp(sums[i] - max);
            product += wanted * (sums[i] - max);
            target += wanted;
        }

        return (Math.Log(total) * target) - product;
    }
}
