namespace MlNetDigits.Training;

/// <summary>
/// Some hundred records side by side. Chunks keep each array well below the largest that .NET allows, whatever the
/// number of records, and growing never copies more than one chunk.
/// </summary>
internal sealed class RecordChunk
{
    /// <summary>The number of records of a full chunk.</summary>
    public const int Capacity = 256;

    private readonly int _features;
    private readonly List<float> _values;
    private readonly List<int> _indices = [];
    private readonly List<RecordSpan> _records = new(Capacity);

    public RecordChunk(int features, int firstRecordValues)
    {
        _features = features;
        _values = new List<float>(firstRecordValues * Capacity);
    }

    /// <summary>Whether no record can be added any more.</summary>
    public bool IsFull => _records.Count == Capacity;

    /// <summary>Adds a record of which every feature is given.</summary>
    public void AddDense(ReadOnlySpan<float> values)
    {
        _records.Add(new RecordSpan(_values.Count, values.Length, FirstIndex: -1));
        _values.AddRange(values);
    }

    /// <summary>Adds a record of which only the features at <paramref name="indices"/> are not zero.</summary>
    public void AddSparse(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        _records.Add(new RecordSpan(_values.Count, values.Length, _indices.Count));
        _values.AddRange(values);
        _indices.AddRange(indices);
    }

    /// <summary>Writes the features of a record, <c>[features]</c>.</summary>
    public void CopyFeatures(int record, Span<float> destination)
    {
        var (firstValue, count, firstIndex) = _records[record];
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values).Slice(firstValue, count);
        if (firstIndex < 0)
        {
            values.CopyTo(destination);
            return;
        }

        destination[.._features].Clear();
        for (var i = 0; i < count; i++)
            destination[_indices[firstIndex + i]] = values[i];
    }

    /// <summary>Where a record's values and, if it is sparse, its indices are.</summary>
    private readonly record struct RecordSpan(int FirstValue, int Count, int FirstIndex);
}
