using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The two loops over a record's stored features, for one panel of W1.</summary>
/// <remarks>Compiled at once and fully: as short calls from a long loop they would stay in quickly made, slow code.</remarks>
internal static unsafe class SparseKernel<TFloats>
    where TFloats : struct, IFloats<TFloats>
{
    /// <summary><c>z += panel x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(float* panel, int* indices, float* values, int count, float* z)
    {
        // Two sums, so that one multiplication need not wait for the one before.
        var even = TFloats.Load(z);
        var odd = TFloats.Zero;
        var i = 0;
        for (; i + 1 < count; i += 2)
        {
            even.AddProduct(TFloats.Load(panel + ((nint)indices[i] * TFloats.Width)), values[i]);
            odd.AddProduct(TFloats.Load(panel + ((nint)indices[i + 1] * TFloats.Width)), values[i + 1]);
        }

        if (i < count)
            even.AddProduct(TFloats.Load(panel + ((nint)indices[i] * TFloats.Width)), values[i]);
        (even + odd).Store(z);
    }

    /// <summary><c>panel += delta x^T</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(float* panel, int* indices, float* values, int count, float* delta)
    {
        var change = TFloats.Load(delta);
        for (var i = 0; i < count; i++)
        {
            var weights = panel + ((nint)indices[i] * TFloats.Width);
            var weight = TFloats.Load(weights);
            weight.AddProduct(change, values[i]);
            weight.Store(weights);
        }
    }
}
