using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// <c>Z = X W^T</c> for a block of records X and weights W, both with a row of <c>length</c> floats each, in tiles of
/// four rows of weights by two records. A tile's eight sums stay in registers, and there are as many of them as two
/// multiply-add units with a latency of four cycles can keep going.
/// </summary>
internal static class ProductKernel
{
    public const int WeightRows = 4;
    public const int RecordRows = 2;

    public static void Run<TLanes>(ReadOnlySpan<float> weights, ReadOnlySpan<float> records, Span<float> result, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        var (rows, count) = (weights.Length / length, records.Length / length);
        for (var row = 0; row < rows; row += WeightRows)
        {
            for (var record = 0; record < count; record += RecordRows)
            {
                Tile<TLanes>(
                    weights.Slice(row * length, WeightRows * length),
                    records.Slice(record * length, RecordRows * length),
                    result[((record * rows) + row)..],
                    rows,
                    length);
            }
        }
    }

    private static void Tile<TLanes>(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> records, Span<float> result, int rows, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum00 = default, sum10 = default, sum20 = default, sum30 = default;
        TLanes sum01 = default, sum11 = default, sum21 = default, sum31 = default;
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var value = ref MemoryMarshal.GetReference(records);
        for (var i = 0; i < length; i += TLanes.Width)
        {
            var record0 = TLanes.Load(ref Unsafe.Add(ref value, i));
            var record1 = TLanes.Load(ref Unsafe.Add(ref value, length + i));
            var weight0 = TLanes.Load(ref Unsafe.Add(ref weight, i));
            sum00 = TLanes.MultiplyAdd(weight0, record0, sum00);
            sum01 = TLanes.MultiplyAdd(weight0, record1, sum01);
            var weight1 = TLanes.Load(ref Unsafe.Add(ref weight, length + i));
            sum10 = TLanes.MultiplyAdd(weight1, record0, sum10);
            sum11 = TLanes.MultiplyAdd(weight1, record1, sum11);
            var weight2 = TLanes.Load(ref Unsafe.Add(ref weight, (2 * length) + i));
            sum20 = TLanes.MultiplyAdd(weight2, record0, sum20);
            sum21 = TLanes.MultiplyAdd(weight2, record1, sum21);
            var weight3 = TLanes.Load(ref Unsafe.Add(ref weight, (3 * length) + i));
            sum30 = TLanes.MultiplyAdd(weight3, record0, sum30);
            sum31 = TLanes.MultiplyAdd(weight3, record1, sum31);
        }

        (result[0], result[1], result[2], result[3]) = (sum00.Sum(), sum10.Sum(), sum20.Sum(), sum30.Sum());
        (result[rows], result[rows + 1], result[rows + 2], result[rows + 3])
            = (sum01.Sum(), sum11.Sum(), sum21.Sum(), sum31.Sum());
    }
}
