using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// A group of records that differ from the background in much the same features, as pictures do: by the features in
/// which any of them differs, as a small dense matrix for the products of <see cref="DenseKernel{TFloats}"/>.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It is disposable; the rule does not look for that in structs.")]
internal unsafe struct GatheredGroup : IBackgroundGroup
{
    private readonly AlignedFloats _values;
    private readonly int[] _positions;
    private readonly bool[] _isUsed;
    private readonly int[] _columns;
    private readonly int _stride;
    private int _columnCount;

    /// <summary>Makes room for a group.</summary>
    /// <param name="features">The features of a record.</param>
    /// <param name="records">The most records of a group.</param>
    public GatheredGroup(int features, int records)
    {
        _stride = features;
        _values = new AlignedFloats((long)features * records);
        _positions = new int[features];
        _isUsed = new bool[features];
        _columns = new int[features];
        Sums = new float[records];
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public float[] Sums { get; }

    /// <summary>The number of features in which any record of a group differs.</summary>
    public static int Union(TrainingRecords records, ReadOnlySpan<int> group)
    {
        var features = new HashSet<int>();
        foreach (var record in group)
            features.UnionWith(records.Indices(record).ToArray());
        return features.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        Count = group.Length;
        FindColumns(records, group);
        var background = records.Background!.Value;
        for (var record = 0; record < group.Length; record++)
        {
            var row = Row(record);
            new Span<float>(row, _columnCount).Clear();
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

            Sums[record] = even + odd;
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Update<TPanel>(float* panel, float* deltas, int stride)
        where TPanel : struct, IFloats<TPanel>
    {
        fixed (int* columns = _columns)
        {
            DenseKernel<TPanel>.Update(
                panel, columns, _columnCount, _values.Pointer, _stride, Count, deltas, stride);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Forward<TPanel>(float* panel, float* z, int stride)
        where TPanel : struct, IFloats<TPanel>
    {
        fixed (int* columns = _columns)
        {
            DenseKernel<TPanel>.Forward(
                panel, columns, _columnCount, _values.Pointer, _stride, Count, z, stride);
        }
    }

    /// <summary><c>x'[record] . x'[j]</c> for each record j before it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="products">Receives the products, <c>[record]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Products<TFloats>(int record, float* products)
        where TFloats : struct, IFloatMath<TFloats>
    {
        for (var other = 0; other < record; other++)
            products[other] = DotKernel<TFloats>.Product(Row(record), Row(other), _columnCount);
    }

    /// <inheritdoc/>
    public readonly void Dispose() => _values.Dispose();

    /// <summary>By how much a record differs from the background, <c>[columns]</c>.</summary>
    private readonly float* Row(int record) => _values.Pointer + ((nint)record * _stride);

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
            _columns[count] = feature;
            _positions[feature] = count;
            count += _isUsed[feature] ? 1 : 0;
        }

        _columnCount = count;
    }
}
