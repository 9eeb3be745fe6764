namespace MlNetDigits;

/// <summary>Guards the kernels, which trust the indices of sparse records.</summary>
internal static class SparseIndices
{
    /// <summary>Whether indices rise, none twice, and all are in [0, <paramref name="features"/>).</summary>
    public static bool AreRising(ReadOnlySpan<int> indices, int features)
    {
        var before = -1;
        foreach (var index in indices)
        {
            if (index <= before || index >= features)
                return false;
            before = index;
        }

        return true;
    }
}
