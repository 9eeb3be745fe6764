using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits;

/// <summary>Decides whether a record is worked on by what differs from its first feature, or as it is.</summary>
internal static unsafe class BackgroundRule
{
    /// <summary>The share of features from which leaving them out is worth it.</summary>
    private const double WorthwhileShare = 0.4;

    // So many groups of neighbours, and so many records, stand for all: looking at each would cost as much as it may save.
    private const int GroupsToLookAt = 16;
    private const int RecordsToLookAt = 4;

    /// <summary>Whether so many features of the records equal their record's first that the others alone are less work.</summary>
    /// <param name="records">The records, <c>[count, features]</c>.</param>
    /// <param name="features">The features of a record.</param>
    /// <param name="count">The number of records.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsWorthwhile(float* records, int features, int count)
    {
        var (equal, seen) = (0, 0);
        var step = Math.Max(Vector256<float>.Count, features / GroupsToLookAt);
        for (var record = 0; record < count; record++, records += features)
        {
            // Of an infinite one, nothing could be subtracted.
            if (!float.IsFinite(*records))
                return false;
            if (record >= RecordsToLookAt)
                continue;

            var first = Vector256.Create(*records);
            for (var i = 0; i + Vector256<float>.Count <= features; i += step)
            {
                equal += BitOperations.PopCount(Vector256.Equals(Vector256.Load(records + i), first).ExtractMostSignificantBits());
                seen += Vector256<float>.Count;
            }
        }

        return equal > WorthwhileShare * seen;
    }
}
