using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The two matrix products of a group of records with one panel of W1.</summary>
internal static unsafe class DenseKernel<TSimd, TVector>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    // What is multiplied at a time: with four vectors a panel, 16 sums stay in registers.
    private const int Tile = 4;

    /// <summary><c>z[r] += panel x[r]</c> for each record.</summary>
    /// <param name="panel">The panel, <c>[inputs, width]</c>.</param>
    /// <param name="columns">Which of the panel's inputs the records have, in their order.</param>
    /// <param name="inputs">How many they have.</param>
    /// <param name="x">The records, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one record to the next.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="z">The sums, <c>[count, zStride]</c>, at the panel's first node.</param>
    /// <param name="zStride">From one record's sums to the next's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        float* panel, int* columns, int inputs, float* x, int stride, int count, float* z, int zStride)
    {
        var record = 0;
        for (; record + Tile <= count; record += Tile)
        {
            var x0 = x + ((nint)record * stride);
            var x1 = x0 + stride;
            var x2 = x1 + stride;
            var x3 = x2 + stride;
            var sums = z + ((nint)record * zStride);
            var sum0 = TSimd.Load(sums);
            var sum1 = TSimd.Load(sums + zStride);
            var sum2 = TSimd.Load(sums + (2 * zStride));
            var sum3 = TSimd.Load(sums + (3 * zStride));
            for (var input = 0; input < inputs; input++)
            {
                var weight = TSimd.Load(panel + ((nint)columns[input] * TSimd.Width));
                sum0 = TSimd.MultiplyAdd(weight, TSimd.Broadcast(x0[input]), sum0);
                sum1 = TSimd.MultiplyAdd(weight, TSimd.Broadcast(x1[input]), sum1);
                sum2 = TSimd.MultiplyAdd(weight, TSimd.Broadcast(x2[input]), sum2);
                sum3 = TSimd.MultiplyAdd(weight, TSimd.Broadcast(x3[input]), sum3);
            }

            TSimd.Store(sum0, sums);
            TSimd.Store(sum1, sums + zStride);
            TSimd.Store(sum2, sums + (2 * zStride));
            TSimd.Store(sum3, sums + (3 * zStride));
        }

        for (; record < count; record++)
        {
            var features = x + ((nint)record * stride);
            var sums = z + ((nint)record * zStride);
            var sum = TSimd.Load(sums);
            for (var input = 0; input < inputs; input++)
                sum = TSimd.MultiplyAdd(TSimd.Load(panel + ((nint)columns[input] * TSimd.Width)), TSimd.Broadcast(features[input]), sum);
            TSimd.Store(sum, sums);
        }
    }

    /// <summary><c>z += panel x</c> for one record that has all inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ForwardOne(float* panel, int inputs, float* x, float* z)
    {
        // Two sums, so that one multiplication need not wait for the one before.
        var even = TSimd.Load(z);
        var odd = TSimd.Zero;
        var input = 0;
        for (; input + 1 < inputs; input += 2, panel += 2 * TSimd.Width)
        {
            even = TSimd.MultiplyAdd(TSimd.Load(panel), TSimd.Broadcast(x[input]), even);
            odd = TSimd.MultiplyAdd(TSimd.Load(panel + TSimd.Width), TSimd.Broadcast(x[input + 1]), odd);
        }

        if (input < inputs)
            even = TSimd.MultiplyAdd(TSimd.Load(panel), TSimd.Broadcast(x[input]), even);
        TSimd.Store(TSimd.Add(even, odd), z);
    }

    /// <summary><c>panel += sum of delta[r] x[r]^T</c>.</summary>
    /// <param name="panel">The panel, <c>[inputs, width]</c>.</param>
    /// <param name="columns">Which of the panel's inputs the records have, in their order.</param>
    /// <param name="inputs">How many they have.</param>
    /// <param name="x">The records, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one record to the next.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="deltas">The changes, <c>[count, deltaStride]</c>, at the panel's first node.</param>
    /// <param name="deltaStride">From one record's changes to the next's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(
        float* panel, int* columns, int inputs, float* x, int stride, int count, float* deltas, int deltaStride)
    {
        var input = 0;
        for (; input + Tile <= inputs; input += Tile)
        {
            var weights0 = panel + ((nint)columns[input] * TSimd.Width);
            var weights1 = panel + ((nint)columns[input + 1] * TSimd.Width);
            var weights2 = panel + ((nint)columns[input + 2] * TSimd.Width);
            var weights3 = panel + ((nint)columns[input + 3] * TSimd.Width);
            var weight0 = TSimd.Load(weights0);
            var weight1 = TSimd.Load(weights1);
            var weight2 = TSimd.Load(weights2);
            var weight3 = TSimd.Load(weights3);
            var features = x + input;
            var changes = deltas;
            for (var record = 0; record < count; record++, features += stride, changes += deltaStride)
            {
                var change = TSimd.Load(changes);
                weight0 = TSimd.MultiplyAdd(change, TSimd.Broadcast(features[0]), weight0);
                weight1 = TSimd.MultiplyAdd(change, TSimd.Broadcast(features[1]), weight1);
                weight2 = TSimd.MultiplyAdd(change, TSimd.Broadcast(features[2]), weight2);
                weight3 = TSimd.MultiplyAdd(change, TSimd.Broadcast(features[3]), weight3);
            }

            TSimd.Store(weight0, weights0);
            TSimd.Store(weight1, weights1);
            TSimd.Store(weight2, weights2);
            TSimd.Store(weight3, weights3);
        }

        for (; input < inputs; input++)
        {
            var weights = panel + ((nint)columns[input] * TSimd.Width);
            var weight = TSimd.Load(weights);
            for (var record = 0; record < count; record++)
                weight = TSimd.MultiplyAdd(TSimd.Load(deltas + ((nint)record * deltaStride)), TSimd.Broadcast(x[((nint)record * stride) + input]), weight);
            TSimd.Store(weight, weights);
        }
    }
}
