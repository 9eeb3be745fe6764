using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The kernels for panels of four parts. Compiled at once and fully: they are short calls from a long loop.</summary>
/// <remarks>The parts are locals of their own, not one struct: that would be kept on the stack.</remarks>
internal sealed unsafe class TileKernels<TA, TB, TC, TD> : ITileKernels
    where TA : struct, IFloats<TA>
    where TB : struct, IFloats<TB>
    where TC : struct, IFloats<TC>
    where TD : struct, IFloats<TD>
{
    // Where the parts start. Inlined by force: a call beside live vectors would put them all on the stack.
    private static int B
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TA.Width;
    }

    private static int C
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TA.Width + TB.Width;
    }

    private static int D
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TA.Width + TB.Width + TC.Width;
    }

    private static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TA.Width + TB.Width + TC.Width + TD.Width;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(float* panel, SparseRow* rows, int count, int grain, int endGrain, float* sums, int stride)
    {
        for (var record = 0; record < count; record++, rows++, sums += stride)
        {
            nint i = rows->Starts[grain];
            nint end = rows->Starts[endGrain];
            if (i == end)
                continue;

            var indices = rows->Indices;
            var values = rows->Values;
            var a = TA.Load(sums);
            var b = TB.Load(sums + B);
            var c = TC.Load(sums + C);
            var d = TD.Load(sums + D);
            do
            {
                var column = panel + ((nint)indices[i] * Width);
                var value = values[i];
                a.AddProduct(column, value);
                b.AddProduct(column + B, value);
                c.AddProduct(column + C, value);
                d.AddProduct(column + D, value);
            }
            while (++i < end);
            a.Store(sums);
            b.Store(sums + B);
            c.Store(sums + C);
            d.Store(sums + D);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(float* panel, int* columns, int count, ushort* masks, float* values, float* deltas, int stride)
    {
        for (var i = 0; i < count; i++)
        {
            nint column = columns[i];
            uint records = masks[column];
            var valuesOfColumn = values + (column * TileBlock.Capacity);
            var weights = panel + (column * Width);
            var a = TA.Load(weights);
            var b = TB.Load(weights + B);
            var c = TC.Load(weights + C);
            var d = TD.Load(weights + D);
            do
            {
                nint record = BitOperations.TrailingZeroCount(records);
                records &= records - 1;
                var value = valuesOfColumn[record];
                var delta = deltas + (record * stride);
                a.AddProduct(delta, value);
                b.AddProduct(delta + B, value);
                c.AddProduct(delta + C, value);
                d.AddProduct(delta + D, value);
            }
            while (records != 0);
            a.Store(weights);
            b.Store(weights + B);
            c.Store(weights + C);
            d.Store(weights + D);
        }
    }
}
