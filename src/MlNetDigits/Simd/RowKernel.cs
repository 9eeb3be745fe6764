using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>Sums of rows, such as the deltas of records that came before.</summary>
internal static unsafe class RowKernel<TFloats>
    where TFloats : struct, IFloats<TFloats>
{
    /// <summary><c>sum += sum of factors[r] rows[r]</c>.</summary>
    /// <param name="sum">The sum, <c>[width]</c>.</param>
    /// <param name="width">How long rows are: whole vectors.</param>
    /// <param name="factors">The factors, <c>[count]</c>.</param>
    /// <param name="rows">The rows, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="count">The number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(float* sum, int width, float* factors, float* rows, int stride, int count)
    {
        var i = 0;
        for (; i + Floats4<TFloats>.Width <= width; i += Floats4<TFloats>.Width)
            AddRows<Floats4<TFloats>>(sum + i, factors, rows + i, stride, count);
        for (; i < width; i += TFloats.Width)
            AddRows<TFloats>(sum + i, factors, rows + i, stride, count);
    }

    /// <summary><c>rows[r] += row</c>, for each of them.</summary>
    /// <param name="rows">The rows, <c>[count, stride]</c>.</param>
    /// <param name="width">How long rows are: whole vectors.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="row">What is added to each, <c>[width]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddToRows(float* rows, int width, int stride, int count, float* row)
    {
        for (var r = 0; r < count; r++, rows += stride)
        {
            for (var i = 0; i < width; i += TFloats.Width)
                (TFloats.Load(rows + i) + TFloats.Load(row + i)).Store(rows + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRows<TPart>(float* sum, float* factors, float* rows, int stride, int count)
        where TPart : struct, IFloats<TPart>
    {
        var part = TPart.Load(sum);
        for (var row = 0; row < count; row++, rows += stride)
            part.AddProduct(rows, factors[row]);
        part.Store(sum);
    }
}
