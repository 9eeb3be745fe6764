using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The two loops over a record's stored features, for one panel of W1.</summary>
/// <remarks>Compiled at once and fully: as short calls from a long loop they would stay in quickly made, slow code.</remarks>
internal static unsafe class SparseKernel<TSimd, TVector>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    /// <summary><c>z += panel x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(float* panel, int* indices, float* values, int count, float* z)
    {
        // Two sums, so that one multiplication need not wait for the one before.
        var even = TSimd.Load(z);
        var odd = TSimd.Zero;
        var i = 0;
        for (; i + 1 < count; i += 2)
        {
            even = TSimd.MultiplyAdd(TSimd.Load(panel + ((nint)indices[i] * TSimd.Width)), TSimd.Broadcast(values[i]), even);
            odd = TSimd.MultiplyAdd(TSimd.Load(panel + ((nint)indices[i + 1] * TSimd.Width)), TSimd.Broadcast(values[i + 1]), odd);
        }

        if (i < count)
            even = TSimd.MultiplyAdd(TSimd.Load(panel + ((nint)indices[i] * TSimd.Width)), TSimd.Broadcast(values[i]), even);
        TSimd.Store(TSimd.Add(even, odd), z);
    }

    /// <summary><c>panel += delta x^T</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(float* panel, int* indices, float* values, int count, float* delta)
    {
        var change = TSimd.Load(delta);
        for (var i = 0; i < count; i++)
        {
            var weights = panel + ((nint)indices[i] * TSimd.Width);
            TSimd.Store(TSimd.MultiplyAdd(change, TSimd.Broadcast(values[i]), TSimd.Load(weights)), weights);
        }
    }
}
