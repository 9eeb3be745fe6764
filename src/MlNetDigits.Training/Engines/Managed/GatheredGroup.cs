using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// A group of records by the features in which any of them differs from the background: a small dense matrix, less the
/// background.
/// </summary>
internal sealed unsafe class GatheredGroup : IDisposable
{
    private readonly AlignedFloats _values;
    private readonly int[] _positions;
    private readonly bool[] _isUsed;
    private readonly float[] _sums;

    public GatheredGroup(int features, int records)
    {
        Stride = features;
        _values = new AlignedFloats((long)features * records);
        _positions = new int[features];
        _isUsed = new bool[features];
        _sums = new float[records];
        Columns = new int[features];
    }

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>Which features, rising; the first <see cref="ColumnCount"/>.</summary>
    public int[] Columns { get; }

    /// <summary>The number of features.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>From one record to the next.</summary>
    public int Stride { get; }

    /// <summary>By how much the records differ from the background, <c>[Count, Stride]</c>.</summary>
    public float* Values => _values.Pointer;

    /// <summary>By how much a record's features differ in all.</summary>
    public float Sum(int record) => _sums[record];

    /// <summary>The number of features in which any record of a group differs.</summary>
    public static int Union(TrainingRecords records, ReadOnlySpan<int> group)
    {
        var features = new HashSet<int>();
        foreach (var record in group)
            features.UnionWith(records.Indices(record).ToArray());
        return features.Count;
    }

    /// <summary>Takes records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        Count = group.Length;
        FindColumns(records, group);
        var background = records.Background!.Value;
        for (var record = 0; record < group.Length; record++)
        {
            var row = _values.Pointer + ((nint)record * Stride);
            new Span<float>(row, ColumnCount).Clear();
            var indices = records.Indices(group[record]);
            var values = records.Values(group[record]);

            // Two sums, so that one addition need not wait for the one before.
            var (even, odd) = (0f, 0f);
            for (var i = 0; i < indices.Length; i++)
            {
                var difference = values[i] - background;
                row[_positions[indices[i]]] = difference;
                (even, odd) = (odd, even + difference);
            }

            _sums[record] = even + odd;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _values.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindColumns(TrainingRecords records, ReadOnlySpan<int> group)
    {
        Array.Clear(_isUsed);
        foreach (var record in group)
        {
            foreach (var index in records.Indices(record))
                _isUsed[index] = true;
        }

        var count = 0;
        for (var feature = 0; feature < _isUsed.Length; feature++)
        {
            Columns[count] = feature;
            _positions[feature] = count;
            count += _isUsed[feature] ? 1 : 0;
        }

        ColumnCount = count;
    }
}
