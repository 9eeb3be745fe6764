using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>Finds the value that most features have.</summary>
internal static class Background
{
    /// <summary>
    /// The share of features from which storing the others alone is worth it: below, the dense kernels are as fast.
    /// </summary>
    private const double WorthwhileShare = 0.65;

    private const int RecordsToLookAt = 64;

    /// <summary>The most common value of the first records, or null if it is not common enough.</summary>
    public static float? Find(IEnumerable<VBuffer<float>> records)
    {
        var counts = new Dictionary<float, long>();
        var total = 0L;
        foreach (var record in records.Take(RecordsToLookAt))
        {
            total += record.Length;
            Count(counts, 0f, record.Length - record.GetValues().Length);
            foreach (var value in record.GetValues())
                Count(counts, value, 1);
        }

        var (common, count) = counts.MaxBy(pair => pair.Value);
        return count >= WorthwhileShare * total ? common : null;
    }

    private static void Count(Dictionary<float, long> counts, float value, long times)
        => counts[value] = counts.GetValueOrDefault(value) + times;
}
