using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>Puts a sparse record into a block, and finds its products with all that are there: one multiplication a feature.</summary>
internal static unsafe class ProductsKernel<TFloats>
    where TFloats : struct, IFloats<TFloats>
{
    /// <summary><c>products[j] = row . x'[j]</c> for each record j of the block; then the record is in it.</summary>
    /// <param name="row">The record.</param>
    /// <param name="grains">The number of grains.</param>
    /// <param name="record">Its place in the block.</param>
    /// <param name="masks">The block's masks, <c>[features]</c>.</param>
    /// <param name="values">The block's values, <c>[features, <see cref="TileBlock.Capacity"/>]</c>.</param>
    /// <param name="products">Receives the products, <c>[<see cref="TileBlock.Capacity"/>]</c>.</param>
    public static void Run(in SparseRow row, int grains, int record, ushort* masks, float* values, float* products)
    {
        switch (TileBlock.Capacity / TFloats.Width)
        {
            case 1:
                Run<TFloats>(row, grains, record, masks, values, products);
                break;
            case 2:
                Run<Floats2<TFloats>>(row, grains, record, masks, values, products);
                break;
            default:
                Run<Floats4<TFloats>>(row, grains, record, masks, values, products);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TBlock>(
        in SparseRow row, int grains, int record, ushort* masks, float* values, float* products)
        where TBlock : struct, IFloats<TBlock>
    {
        nint i = row.Starts[0];
        nint end = row.Starts[grains];
        var indices = row.Indices;
        var differences = row.Values;
        var bit = (ushort)(1 << record);

        // Two sums, so that one multiplication need not wait for the one before.
        var (even, odd) = (TBlock.Zero, TBlock.Zero);
        for (; i + 1 < end; i += 2)
        {
            nint first = indices[i];
            nint second = indices[i + 1];
            var (firstDifference, secondDifference) = (differences[i], differences[i + 1]);
            even.AddProduct(values + (first * TileBlock.Capacity), firstDifference);
            odd.AddProduct(values + (second * TileBlock.Capacity), secondDifference);
            values[(first * TileBlock.Capacity) + record] = firstDifference;
            values[(second * TileBlock.Capacity) + record] = secondDifference;
            masks[first] |= bit;
            masks[second] |= bit;
        }

        if (i < end)
        {
            nint last = indices[i];
            even.AddProduct(values + (last * TileBlock.Capacity), differences[i]);
            values[(last * TileBlock.Capacity) + record] = differences[i];
            masks[last] |= bit;
        }

        (even + odd).Store(products);
    }
}
