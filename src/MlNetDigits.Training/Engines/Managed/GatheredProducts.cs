using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>The products of records that are mostly one value c, from those of what differs from it.</summary>
internal sealed unsafe class GatheredProducts<TFloats>(
    BackgroundInputLayer<TFloats, GatheredGroup> layer, int inputs, float background) : IRecordProducts
    where TFloats : struct, IFloatMath<TFloats>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Products(int record, float* products)
    {
        // (c 1 + a) . (c 1 + b) = c (c n + 1 . a + 1 . b) + a . b
        ref readonly var group = ref layer.Current;
        group.Products<TFloats>(record, products);
        var sums = group.Sums;
        for (var other = 0; other < record; other++)
        {
            var sum = (background * inputs) + sums[record] + sums[other];
            products[other] = (background * sum) + products[other];
        }
    }
}
