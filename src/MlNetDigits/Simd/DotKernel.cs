using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The product of two records.</summary>
internal static unsafe class DotKernel<TFloats>
    where TFloats : struct, IFloatMath<TFloats>
{
    /// <summary><c>a . b</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Product(float* a, float* b, int count)
    {
        // Two sums, so that one multiplication need not wait for the one before.
        var (even, odd) = (TFloats.Zero, TFloats.Zero);
        var i = 0;
        for (; i + (2 * TFloats.Width) <= count; i += 2 * TFloats.Width)
        {
            even.AddProduct(TFloats.Load(a + i), TFloats.Load(b + i));
            odd.AddProduct(TFloats.Load(a + i + TFloats.Width), TFloats.Load(b + i + TFloats.Width));
        }

        var sum = TFloats.Sum(even + odd);
        for (; i < count; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
