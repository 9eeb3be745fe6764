namespace MlNetDigits;

/// <summary>
/// A record by the features in which it differs from a background: which ones, rising, by how much, and where each grain
/// of neighbouring features starts among them. Bare pointers: whoever makes one keeps the memory alive and in its place.
/// </summary>
/// <param name="indices">Which features.</param>
/// <param name="values">By how much each differs.</param>
/// <param name="starts">Where each grain starts in both, and where the last one ends, <c>[grains + 1]</c>.</param>
internal readonly unsafe struct SparseRow(int* indices, float* values, int* starts)
{
    /// <summary>Which features.</summary>
    public readonly int* Indices = indices;

    /// <summary>By how much each differs.</summary>
    public readonly float* Values = values;

    /// <summary>Where each grain starts, and where the last one ends.</summary>
    public readonly int* Starts = starts;
}
