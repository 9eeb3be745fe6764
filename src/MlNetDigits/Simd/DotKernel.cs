using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The product of two records.</summary>
internal static unsafe class DotKernel<TSimd, TVector>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    /// <summary><c>a . b</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Product(float* a, float* b, int count)
    {
        // Two sums, so that one multiplication need not wait for the one before.
        var (even, odd) = (TSimd.Zero, TSimd.Zero);
        var i = 0;
        for (; i + (2 * TSimd.Width) <= count; i += 2 * TSimd.Width)
        {
            even = TSimd.MultiplyAdd(TSimd.Load(a + i), TSimd.Load(b + i), even);
            odd = TSimd.MultiplyAdd(TSimd.Load(a + i + TSimd.Width), TSimd.Load(b + i + TSimd.Width), odd);
        }

        var sum = TSimd.Sum(TSimd.Add(even, odd));
        for (; i < count; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
