using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The dense products over a panel of any width: by four vectors, and one by one what is left.</summary>
internal static unsafe class DensePanel<TFloats>
    where TFloats : struct, IFloats<TFloats>
{
    /// <inheritdoc cref="DenseKernel{TFloats}.Forward"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        float* panel, int panelWidth, int inputs, float* x, int stride, int count, float* z, int zStride)
    {
        var node = 0;
        for (; node + Floats4<TFloats>.Width <= panelWidth; node += Floats4<TFloats>.Width)
            DenseKernel<Floats4<TFloats>>.Forward(panel + node, panelWidth, inputs, x, stride, count, z + node, zStride);
        for (; node < panelWidth; node += TFloats.Width)
            DenseKernel<TFloats>.Forward(panel + node, panelWidth, inputs, x, stride, count, z + node, zStride);
    }

    /// <inheritdoc cref="DenseKernel{TFloats}.Update"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(
        float* panel, int panelWidth, int inputs, float* x, int stride, int count, float* deltas, int deltaStride)
    {
        var node = 0;
        for (; node + Floats4<TFloats>.Width <= panelWidth; node += Floats4<TFloats>.Width)
            DenseKernel<Floats4<TFloats>>.Update(panel + node, panelWidth, inputs, x, stride, count, deltas + node, deltaStride);
        for (; node < panelWidth; node += TFloats.Width)
            DenseKernel<TFloats>.Update(panel + node, panelWidth, inputs, x, stride, count, deltas + node, deltaStride);
    }
}
