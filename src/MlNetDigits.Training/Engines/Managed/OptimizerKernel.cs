using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>The steps of the optimizers, weight by weight.</summary>
internal static unsafe class OptimizerKernel<TFloats>
    where TFloats : struct, IFloatMath<TFloats>
{
    /// <summary>
    /// <c>m = beta1 m + (1 - beta1) g</c>, <c>v = beta2 v + (1 - beta2) g g</c>,
    /// <c>w += rate m / (scale sqrt(v) + epsilon)</c>, <c>g = 0</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Adam(float* weights, float* gradient, float* first, float* second, nint count, in AdamStep step)
    {
        var (beta1, rest1) = (TFloats.Create((float)AdamStep.Beta1), TFloats.Create((float)(1 - AdamStep.Beta1)));
        var (beta2, rest2) = (TFloats.Create((float)AdamStep.Beta2), TFloats.Create((float)(1 - AdamStep.Beta2)));
        var (rate, scale, epsilon) = (TFloats.Create(step.Rate), TFloats.Create(step.SecondScale), TFloats.Create((float)AdamStep.Epsilon));
        for (nint i = 0; i < count; i += TFloats.Width)
        {
            var g = TFloats.Load(gradient + i);
            var m = TFloats.MultiplyAdd(beta1, TFloats.Load(first + i), rest1 * g);
            var v = TFloats.MultiplyAdd(beta2, TFloats.Load(second + i), rest2 * g * g);
            m.Store(first + i);
            v.Store(second + i);
            var move = rate * m / TFloats.MultiplyAdd(TFloats.Sqrt(v), scale, epsilon);
            (TFloats.Load(weights + i) + move).Store(weights + i);
            TFloats.Zero.Store(gradient + i);
        }
    }

    /// <summary><c>v = momentum v + g</c>, <c>w += rate (g + momentum v)</c>, <c>g = 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Nesterov(float* weights, float* gradient, float* velocity, nint count, float learningRate, float momentum)
    {
        var (rate, kept) = (TFloats.Create(learningRate), TFloats.Create(momentum));
        for (nint i = 0; i < count; i += TFloats.Width)
        {
            var g = TFloats.Load(gradient + i);
            var v = TFloats.MultiplyAdd(kept, TFloats.Load(velocity + i), g);
            v.Store(velocity + i);
            TFloats.MultiplyAdd(rate, TFloats.MultiplyAdd(kept, v, g), TFloats.Load(weights + i)).Store(weights + i);
            TFloats.Zero.Store(gradient + i);
        }
    }
}
