using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>From the errors of the outputs back to the deltas of the hidden nodes, for one record.</summary>
internal static unsafe class BackKernel<TFloats>
    where TFloats : struct, IFloats<TFloats>
{
    /// <summary><c>deltas = rate (W2^T back) h (1 - h)</c>.</summary>
    /// <param name="weights">W2, <c>[outputs, stride]</c>.</param>
    /// <param name="stride">The hidden nodes, filled up to whole vectors.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="hidden">The values h of the hidden nodes, <c>[stride]</c>.</param>
    /// <param name="back">What each output sends back, <c>[outputs]</c>.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="deltas">Receives the deltas, <c>[stride]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* weights, int stride, int outputs, float* hidden, float* back, float rate, float* deltas)
    {
        var node = 0;
        for (; node + Floats4<TFloats>.Width <= stride; node += Floats4<TFloats>.Width)
            Part<Floats4<TFloats>>(weights + node, stride, outputs, hidden + node, back, rate, deltas + node);
        for (; node < stride; node += TFloats.Width)
            Part<TFloats>(weights + node, stride, outputs, hidden + node, back, rate, deltas + node);
    }

    /// <summary>The same, and then <c>W2 += steps h^T</c>.</summary>
    /// <param name="weights">W2, <c>[outputs, stride]</c>.</param>
    /// <param name="stride">The hidden nodes, filled up to whole vectors.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="hidden">The values h of the hidden nodes, <c>[stride]</c>.</param>
    /// <param name="back">What each output sends back, <c>[outputs]</c>.</param>
    /// <param name="steps">By what each output's weights change, <c>[outputs]</c>.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="deltas">Receives the deltas, <c>[stride]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunAndLearn(
        float* weights, int stride, int outputs, float* hidden, float* back, float* steps, float rate, float* deltas)
    {
        var node = 0;
        for (; node + Floats4<TFloats>.Width <= stride; node += Floats4<TFloats>.Width)
            PartAndLearn<Floats4<TFloats>>(weights + node, stride, outputs, hidden + node, back, steps, rate, deltas + node);
        for (; node < stride; node += TFloats.Width)
            PartAndLearn<TFloats>(weights + node, stride, outputs, hidden + node, back, steps, rate, deltas + node);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Part<TPart>(
        float* weights, int stride, int outputs, float* hidden, float* back, float rate, float* deltas)
        where TPart : struct, IFloats<TPart>
    {
        var error = TPart.Zero;
        for (var output = 0; output < outputs; output++, weights += stride)
            error.AddProduct(weights, back[output]);
        (error * Slope(TPart.Load(hidden)) * TPart.Create(rate)).Store(deltas);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PartAndLearn<TPart>(
        float* weights, int stride, int outputs, float* hidden, float* back, float* steps, float rate, float* deltas)
        where TPart : struct, IFloats<TPart>
    {
        var (values, error) = (TPart.Load(hidden), TPart.Zero);
        for (var output = 0; output < outputs; output++, weights += stride)
        {
            var weight = TPart.Load(weights);
            error.AddProduct(weight, back[output]);
            weight.AddProduct(values, steps[output]);
            weight.Store(weights);
        }

        (error * Slope(values) * TPart.Create(rate)).Store(deltas);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPart Slope<TPart>(TPart values)
        where TPart : struct, IFloats<TPart>
    {
        var slope = values;
        slope.AddProduct(values * TPart.Create(-1f), values);
        return slope;
    }
}
