using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>A group of records as the sparse kernels want them: what differs from the background, less the background.</summary>
internal sealed class SparseGroup
{
    private int[] _starts = new int[2];
    private float[] _sums = new float[1];

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>Which features, record after record.</summary>
    public int[] Indices { get; private set; } = new int[256];

    /// <summary>By how much they differ from the background.</summary>
    public float[] Values { get; private set; } = new float[256];

    /// <summary>Where a record starts.</summary>
    public int Start(int record) => _starts[record];

    /// <summary>The number of features of a record that differ.</summary>
    public int Length(int record) => _starts[record + 1] - _starts[record];

    /// <summary>By how much a record's features differ in all.</summary>
    public float Sum(int record) => _sums[record];

    /// <summary>Takes records. Allocates only if they need more room than any group before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        Count = group.Length;
        if (_sums.Length < Count)
            (_sums, _starts) = (new float[Count], new int[Count + 1]);

        var background = records.Background!.Value;
        for (var record = 0; record < group.Length; record++)
        {
            var start = _starts[record];
            var values = records.Values(group[record]);
            MakeRoom(start + values.Length);
            records.Indices(group[record]).CopyTo(Indices.AsSpan(start));
            var sum = 0f;
            for (var i = 0; i < values.Length; i++)
            {
                var difference = values[i] - background;
                Values[start + i] = difference;
                sum += difference;
            }

            _sums[record] = sum;
            _starts[record + 1] = start + values.Length;
        }
    }

    private void MakeRoom(int count)
    {
        if (count <= Values.Length)
            return;
        var (indices, values) = (Indices, Values);
        Array.Resize(ref indices, Math.Max(count, 2 * indices.Length));
        Array.Resize(ref values, indices.Length);
        (Indices, Values) = (indices, values);
    }
}
