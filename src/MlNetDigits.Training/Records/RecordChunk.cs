using System.Runtime.InteropServices;

namespace MlNetDigits.Training;

/// <summary>
/// Some hundred records side by side, all stored alike. Chunks keep each array well below the largest that .NET allows,
/// whatever the number of records, and growing never copies more than one chunk.
/// </summary>
internal sealed class RecordChunk
{
    /// <summary>The number of records of a full chunk.</summary>
    public const int Capacity = 256;

    private readonly int _features;
    private readonly float? _background;
    private readonly List<float> _values;
    private readonly List<int> _indices = [];
    private readonly List<int> _starts = new(Capacity + 1) { 0 };

    /// <summary>Makes an empty chunk.</summary>
    /// <param name="features">The number of features of a record.</param>
    /// <param name="background">
    /// The value that is not stored: a record is then the features that differ from it. Null stores every feature.
    /// </param>
    public RecordChunk(int features, float? background)
    {
        (_features, _background) = (features, background);
        _values = background is null ? new List<float>(features * Capacity) : [];
    }

    /// <summary>The number of records.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>Adds a record of which every feature is given.</summary>
    public void AddDense(ReadOnlySpan<float> values)
    {
        if (_background is { } background)
        {
            for (var i = 0; i < values.Length; i++)
                AddUnlessBackground(i, values[i], background);
        }
        else
        {
            _values.AddRange(values);
        }

        _starts.Add(_values.Count);
    }

    /// <summary>Adds a record of which only the features at <paramref name="indices"/> are not zero.</summary>
    public void AddSparse(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        if (_background == 0)
        {
            for (var i = 0; i < indices.Length; i++)
                AddUnlessBackground(indices[i], values[i], 0);
            _starts.Add(_values.Count);
            return;
        }

        var dense = new float[_features];
        for (var i = 0; i < indices.Length; i++)
            dense[indices[i]] = values[i];
        AddDense(dense);
    }

    /// <summary>Writes the features of a record, <c>[features]</c>.</summary>
    public void CopyFeatures(int record, Span<float> destination)
    {
        var values = Values(record);
        if (_background is not { } background)
        {
            values.CopyTo(destination);
            return;
        }

        destination[.._features].Fill(background);
        var indices = Indices(record);
        for (var i = 0; i < indices.Length; i++)
            destination[indices[i]] = values[i];
    }

    /// <summary>The stored values of a record.</summary>
    public ReadOnlySpan<float> Values(int record)
        => CollectionsMarshal.AsSpan(_values)[_starts[record].._starts[record + 1]];

    /// <summary>Which features the stored values are, rising; empty if every feature is stored.</summary>
    public ReadOnlySpan<int> Indices(int record)
        => _background is null ? [] : CollectionsMarshal.AsSpan(_indices)[_starts[record].._starts[record + 1]];

    private void AddUnlessBackground(int index, float value, float background)
    {
        if (value == background)
            return;
        _indices.Add(index);
        _values.Add(value);
    }
}
