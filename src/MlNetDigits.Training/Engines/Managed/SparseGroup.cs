using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// A group of records with few features in common in which they differ from the background: each with its own.
/// </summary>
internal unsafe struct SparseGroup : IBackgroundGroup
{
    private int[] _indices = new int[256];
    private float[] _values = new float[256];
    private int[] _starts = new int[2];

    /// <summary>Makes an empty group.</summary>
    public SparseGroup()
    {
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public float[] Sums { get; private set; } = new float[1];

    /// <inheritdoc/>
    /// <remarks>Allocates only if the records need more room than any group before.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        Count = group.Length;
        if (Sums.Length < Count)
            (Sums, _starts) = (new float[Count], new int[Count + 1]);

        var background = records.Background!.Value;
        for (var record = 0; record < group.Length; record++)
        {
            var start = _starts[record];
            var values = records.Values(group[record]);
            MakeRoom(start + values.Length);
            records.Indices(group[record]).CopyTo(_indices.AsSpan(start));
            Sums[record] = Subtract(values, background, _values.AsSpan(start));
            _starts[record + 1] = start + values.Length;
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Update<TPanel>(float* panel, float* deltas, int stride)
        where TPanel : struct, IFloats<TPanel>
    {
        fixed (int* indices = _indices)
        fixed (float* values = _values)
        {
            for (var record = 0; record < Count; record++)
            {
                var start = _starts[record];
                SparseKernel<TPanel>.Update(
                    panel, indices + start, values + start, Length(record), deltas + ((nint)record * stride));
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Forward<TPanel>(float* panel, float* z, int stride)
        where TPanel : struct, IFloats<TPanel>
    {
        fixed (int* indices = _indices)
        fixed (float* values = _values)
        {
            for (var record = 0; record < Count; record++)
            {
                var start = _starts[record];
                SparseKernel<TPanel>.Forward(
                    panel, indices + start, values + start, Length(record), z + ((nint)record * stride));
            }
        }
    }

    /// <inheritdoc/>
    public readonly void Dispose()
    {
    }

    private readonly int Length(int record) => _starts[record + 1] - _starts[record];

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
        if (count <= _values.Length)
            return;
        Array.Resize(ref _indices, Math.Max(count, 2 * _indices.Length));
        Array.Resize(ref _values, _indices.Length);
    }
}
