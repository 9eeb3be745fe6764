using System.Numerics;
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
            _sums[record] = Subtract(values, background, Values.AsSpan(start));
            _starts[record + 1] = start + values.Length;
        }
    }

    /// <summary>Writes what is over the background and returns its sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Subtract(ReadOnlySpan<float> values, float background, Span<float> differences)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            var difference = new Vector<float>(values[i..]) - new Vector<float>(background);
            difference.CopyTo(differences[i..]);
            sums += difference;
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
        {
            differences[i] = values[i] - background;
            sum += differences[i];
        }

        return sum;
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
