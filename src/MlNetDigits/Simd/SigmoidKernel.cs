using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The sigmoid of many floats in memory.</summary>
internal static unsafe class SigmoidKernel<TFloats>
    where TFloats : struct, IFloatMath<TFloats>
{
    /// <summary>Replaces each by its sigmoid.</summary>
    /// <param name="values">The floats.</param>
    /// <param name="count">How many: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(float* values, nint count)
    {
        for (nint i = 0; i < count; i += TFloats.Width)
            Sigmoid<TFloats>.Of(TFloats.Load(values + i)).Store(values + i);
    }
}
