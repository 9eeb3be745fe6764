using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;

namespace MlNetDigits.Training;

/// <summary>
/// Some hundred records side by side, all stored alike, as the kernels want them. Chunks keep each array well below the
/// largest that .NET allows, whatever the number of records, and growing never copies more than one chunk.
/// </summary>
/// <remarks>The arrays are pinned, so that the kernels can point into them.</remarks>
internal sealed unsafe class RecordChunk
{
    /// <summary>The number of records of a full chunk.</summary>
    public const int Capacity = 256;

    private const int FloatsPerLine = 16;

    private readonly FeatureGrains _grains;
    private readonly float? _background;
    private readonly float[] _sums;
    private readonly int[] _starts;
    private readonly int _first;
    private float[] _values;
    private int[] _indices;

    /// <summary>Makes an empty chunk.</summary>
    /// <param name="features">The number of features of a record.</param>
    /// <param name="background">
    /// The value that is not stored: a record is then the features that differ from it, and by how much. Null stores
    /// every feature.
    /// </param>
    /// <param name="expectedValues">About how many values will be stored.</param>
    public RecordChunk(int features, float? background, int expectedValues)
    {
        Debug.Assert(background is null || float.IsFinite(background.Value), "The background is not a number.");
        (_grains, _background, _sums) = (new FeatureGrains(features), background, new float[Capacity]);
        _starts = GC.AllocateArray<int>((Capacity * StartsOfRecord) + 1, pinned: true);
        _values = GC.AllocateUninitializedArray<float>(expectedValues, pinned: true);
        _indices = background is null ? [] : GC.AllocateUninitializedArray<int>(expectedValues, pinned: true);
    }

    /// <summary>Copies a chunk to where its values have just enough room.</summary>
    private RecordChunk(RecordChunk chunk, RecordMemory memory)
    {
        (_grains, _background, Count) = (chunk._grains, chunk._background, chunk.Count);
        (_values, _indices, _first) = memory.Take(chunk.StoredValues);
        chunk._values.AsSpan(0, chunk.StoredValues).CopyTo(_values.AsSpan(_first));
        if (_background is not null)
            chunk._indices.AsSpan(0, chunk.StoredValues).CopyTo(_indices.AsSpan(_first));
        _sums = chunk._sums.AsSpan(0, Count).ToArray();
        _starts = GC.AllocateUninitializedArray<int>((Count * StartsOfRecord) + 1, pinned: true);
        chunk._starts.AsSpan(0, _starts.Length).CopyTo(_starts);
    }

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    private int StoredValues => _starts[Count * StartsOfRecord];

    // Where each grain starts; the last one ends where the next record starts.
    private int StartsOfRecord => _background is null ? 1 : _grains.Count;

    /// <summary>Adds a record of which every feature is given.</summary>
    public void AddDense(ReadOnlySpan<float> values)
    {
        Debug.Assert(values.Length == _grains.Features, "A record has another length.");
        var start = StoredValues;
        MakeRoom(start + values.Length);
        if (_background is { } background)
        {
            fixed (float* record = values)
                BackgroundList.Fill(record, background, _grains, PinnedArray.Pointer(_indices), PinnedArray.Pointer(_values), start, PinnedArray.Pointer(_starts) + (Count * StartsOfRecord));
            EndBackgroundRecord(start);
        }
        else
        {
            values.CopyTo(_values.AsSpan(start));
            _starts[++Count] = start + values.Length;
        }
    }

    /// <summary>Adds a record of which only the features at <paramref name="indices"/> are not zero.</summary>
    public void AddSparse(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        Debug.Assert(SparseIndices.AreRising(indices, _grains.Features), "A record has an index out of range.");
        if (_background != 0)
        {
            var dense = new float[_grains.Features];
            for (var i = 0; i < indices.Length; i++)
                dense[indices[i]] = values[i];
            AddDense(dense);
            return;
        }

        var start = StoredValues;
        MakeRoom(start + values.Length);
        indices.CopyTo(_indices.AsSpan(start));
        values.CopyTo(_values.AsSpan(start));
        BackgroundList.FindStarts(indices, _grains, start, _starts.AsSpan(Count * StartsOfRecord));
        EndBackgroundRecord(start);
    }

    /// <summary>The same records, to which none can be added.</summary>
    /// <param name="memory">Where their values go.</param>
    public RecordChunk Packed(RecordMemory memory) => new(this, memory);

    /// <summary>Forgets all records, and keeps their room for others.</summary>
    public void Clear() => Count = 0;

    /// <summary>Writes the features of a record, <c>[features]</c>; with a background, up to rounding.</summary>
    public void CopyFeatures(int record, Span<float> destination)
    {
        var values = Values(record);
        if (_background is not { } background)
        {
            values.CopyTo(destination);
            return;
        }

        destination[.._grains.Features].Fill(background);
        var indices = Indices(record);
        for (var i = 0; i < indices.Length; i++)
            destination[indices[i]] = background + values[i];
    }

    /// <summary>What is stored of a record: its features, or with a background by how much the others differ.</summary>
    public ReadOnlySpan<float> Values(int record) => _values.AsSpan(Start(record)..Start(record + 1));

    /// <summary>Which features the stored values are, rising; empty if every feature is stored.</summary>
    public ReadOnlySpan<int> Indices(int record)
        => _background is null ? [] : _indices.AsSpan(Start(record)..Start(record + 1));

    /// <summary>A record as the kernels see it, if there is a background. It points into this chunk.</summary>
    public SparseRow Row(int record)
        => new(PinnedArray.Pointer(_indices) + _first, PinnedArray.Pointer(_values) + _first, PinnedArray.Pointer(_starts) + (record * StartsOfRecord));

    /// <summary>Asks for the memory of a record.</summary>
    public void Prefetch(int record)
    {
        if (!Sse.IsSupported)
            return;
        var (first, end) = (Start(record), Start(record + 1));
        for (var i = first; i < end; i += FloatsPerLine)
        {
            Sse.Prefetch0(PinnedArray.Pointer(_values) + i);
            if (_background is not null)
                Sse.Prefetch0(PinnedArray.Pointer(_indices) + i);
        }
    }

    /// <summary>By how much a record differs from the background in all.</summary>
    public float Sum(int record) => _sums[record];

    private int Start(int record) => _first + _starts[record * StartsOfRecord];

    private void EndBackgroundRecord(int start)
    {
        Count++;
        _sums[Count - 1] = TensorPrimitives.Sum<float>(_values.AsSpan(start..StoredValues));
    }

    private void MakeRoom(int count)
    {
        if (count <= _values.Length)
            return;
        var length = Math.Max(count, _values.Length + (_values.Length / 2));
        _values = Grown(_values, length);
        if (_background is not null)
            _indices = Grown(_indices, length);
    }

    private static T[] Grown<T>(T[] pinned, int length)
        where T : unmanaged
    {
        var grown = GC.AllocateUninitializedArray<T>(length, pinned: true);
        pinned.CopyTo(grown, 0);
        return grown;
    }
}
