using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits;

/// <summary>Decides whether a record is worked on by what differs from its first feature, or as it is.</summary>
internal static unsafe class BackgroundRule
{
    /// <summary>The share of features from which leaving them out is worth it.</summary>
    private const double WorthwhileShare = 0.4;

    /// <summary>Whether so many features of the records equal their record's first that the others alone are less work.</summary>
    /// <param name="records">The records, <c>[count, features]</c>.</param>
    /// <param name="features">The features of a record.</param>
    /// <param name="count">The number of records.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsWorthwhile(float* records, int features, int count)
    {
        var equal = 0L;
        for (var record = 0; record < count; record++, records += features)
        {
            // Of an infinite one, nothing could be subtracted.
            if (!float.IsFinite(*records))
                return false;
            equal += CountOf(*records, records, features);
        }

        return equal >= WorthwhileShare * features * count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountOf(float value, float* record, int features)
    {
        var (wide, counts) = (Vector256.Create(value), Vector256<int>.Zero);
        var i = 0;
        for (; i + Vector256<float>.Count <= features; i += Vector256<float>.Count)
            counts -= Vector256.Equals(Vector256.Load(record + i), wide).AsInt32();
        var count = Vector256.Sum(counts);
        for (; i < features; i++)
            count += record[i] == value ? 1 : 0;
        return count;
    }
}
