using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlNetDigits;

/// <summary>Finds the features in which a record differs from a background.</summary>
internal static unsafe class BackgroundList
{
    /// <summary>Lists the features that differ: most groups of neighbours have none and are passed over as one.</summary>
    /// <param name="record">The record, <c>[features]</c>.</param>
    /// <param name="background">The background.</param>
    /// <param name="grains">Its grains.</param>
    /// <param name="indices">Receives which features, rising; room for all.</param>
    /// <param name="differences">Receives by how much; room for all.</param>
    /// <param name="first">Where in both the list starts.</param>
    /// <param name="starts">Receives where each grain starts in both, and where the last one ends, <c>[grains + 1]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(
        float* record, float background, FeatureGrains grains, int* indices, float* differences, int first, int* starts)
    {
        var count = first;
        var (size, features) = (grains.Size, grains.Features);
        for (int start = 0, grain = 0; start < features; start += size, grain++)
        {
            starts[grain] = count;
            var end = Math.Min(start + size, features);
            var group = start;
            for (; group + FeatureGrains.Group <= end; group += FeatureGrains.Group)
                count = AddGroup(record, group, background, indices, differences, count);

            for (; group < end; group++)
            {
                indices[count] = group;
                differences[count] = record[group] - background;
                count += record[group] == background ? 0 : 1;
            }
        }

        starts[grains.Count] = count;
    }

    /// <summary>Finds where each grain starts in a list of features.</summary>
    /// <param name="indices">The features, rising.</param>
    /// <param name="grains">The grains.</param>
    /// <param name="first">Where the list starts.</param>
    /// <param name="starts">Receives where each grain starts, and where the last one ends, <c>[grains + 1]</c>.</param>
    public static void FindStarts(ReadOnlySpan<int> indices, FeatureGrains grains, int first, Span<int> starts)
    {
        var i = 0;
        for (var grain = 0; grain < grains.Count; grain++)
        {
            while (i < indices.Length && indices[i] < grain * grains.Size)
                i++;
            starts[grain] = first + i;
        }

        starts[grains.Count] = first + indices.Length;
    }

    /// <summary>Lists a group of sixteen.</summary>
    /// <returns>How many are listed now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddGroup(float* record, int group, float background, int* indices, float* differences, int count)
    {
        if (Avx512F.IsSupported)
        {
            // Without a jump: sixteen are written, and those that do not count are written over.
            var values = Vector512.Load(record + group);
            var differ = ~Vector512.Equals(values, Vector512.Create(background));
            var features = Vector512<int>.Indices + Vector512.Create(group);
            Avx512F.Compress(Vector512<float>.Zero, differ, values - Vector512.Create(background)).Store(differences + count);
            Avx512F.Compress(Vector512<int>.Zero, differ.AsInt32(), features).Store(indices + count);
            return count + BitOperations.PopCount(differ.ExtractMostSignificantBits());
        }

        var wide = Vector256.Create(background);
        var low = Vector256.Equals(Vector256.Load(record + group), wide).ExtractMostSignificantBits();
        var high = Vector256.Equals(Vector256.Load(record + group + Vector256<float>.Count), wide).ExtractMostSignificantBits();
        for (var others = ~(low | (high << Vector256<float>.Count)) & ushort.MaxValue; others != 0; others &= others - 1)
        {
            var index = group + BitOperations.TrailingZeroCount(others);
            indices[count] = index;
            differences[count++] = record[index] - background;
        }

        return count;
    }
}
