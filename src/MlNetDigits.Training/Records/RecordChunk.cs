using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits.Training;

/// <summary>
/// Some hundred records side by side, all stored alike. Chunks keep each array well below the largest that .NET allows,
/// whatever the number of records, and growing never copies more than one chunk.
/// </summary>
internal sealed class RecordChunk
{
    /// <summary>The number of records of a full chunk.</summary>
    public const int Capacity = 256;

    private const uint AllOfGroup = (1u << 8) - 1;

    private readonly int _features;
    private readonly float? _background;
    private readonly int[] _starts = new int[Capacity + 1];
    private float[] _values;
    private int[] _indices;

    /// <summary>Makes an empty chunk.</summary>
    /// <param name="features">The number of features of a record.</param>
    /// <param name="background">
    /// The value that is not stored: a record is then the features that differ from it. Null stores every feature.
    /// </param>
    /// <param name="expectedValues">About how many values will be stored.</param>
    public RecordChunk(int features, float? background, int expectedValues)
    {
        (_features, _background) = (features, background);
        _values = GC.AllocateUninitializedArray<float>(expectedValues);
        _indices = background is null ? [] : GC.AllocateUninitializedArray<int>(expectedValues);
    }

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>The number of values that are stored.</summary>
    public int StoredValues => _starts[Count];

    /// <summary>Adds a record of which every feature is given.</summary>
    public void AddDense(ReadOnlySpan<float> values)
    {
        var start = StoredValues;
        MakeRoom(start + values.Length);
        if (_background is { } background)
        {
            EndRecord(start + StoreUnlessBackground(values, background, _indices.AsSpan(start), _values.AsSpan(start)));
        }
        else
        {
            values.CopyTo(_values.AsSpan(start));
            EndRecord(start + values.Length);
        }
    }

    /// <summary>Adds a record of which only the features at <paramref name="indices"/> are not zero.</summary>
    public void AddSparse(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        if (_background != 0)
        {
            var dense = new float[_features];
            for (var i = 0; i < indices.Length; i++)
                dense[indices[i]] = values[i];
            AddDense(dense);
            return;
        }

        var start = StoredValues;
        MakeRoom(start + values.Length);
        indices.CopyTo(_indices.AsSpan(start));
        values.CopyTo(_values.AsSpan(start));
        EndRecord(start + values.Length);
    }

    /// <summary>Forgets all records, and keeps their room for others.</summary>
    public void Clear() => Count = 0;

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
    public ReadOnlySpan<float> Values(int record) => _values.AsSpan(_starts[record].._starts[record + 1]);

    /// <summary>Which features the stored values are, rising; empty if every feature is stored.</summary>
    public ReadOnlySpan<int> Indices(int record)
        => _background is null ? [] : _indices.AsSpan(_starts[record].._starts[record + 1]);

    /// <summary>Stores the features that differ: most groups of eight have none and are passed over as one.</summary>
    /// <returns>How many differ.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int StoreUnlessBackground(
        ReadOnlySpan<float> values, float background, Span<int> indices, Span<float> stored)
    {
        var count = 0;
        var first = 0;
        for (; first + Vector256<float>.Count <= values.Length; first += Vector256<float>.Count)
        {
            var equal = Vector256.Equals(Vector256.Create(values.Slice(first, Vector256<float>.Count)), Vector256.Create(background));
            for (var others = ~equal.ExtractMostSignificantBits() & AllOfGroup; others != 0; others &= others - 1)
            {
                var index = first + BitOperations.TrailingZeroCount(others);
                indices[count] = index;
                stored[count++] = values[index];
            }
        }

        for (; first < values.Length; first++)
        {
            if (values[first] == background)
                continue;
            indices[count] = first;
            stored[count++] = values[first];
        }

        return count;
    }

    private void EndRecord(int end) => _starts[++Count] = end;

    private void MakeRoom(int count)
    {
        if (count <= _values.Length)
            return;
        Array.Resize(ref _values, Math.Max(count, _values.Length + (_values.Length / 2)));
        if (_background is not null)
            Array.Resize(ref _indices, _values.Length);
    }
}
