using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The two matrix products of a group of records with one panel of W1.</summary>
internal static unsafe class DenseKernel<TFloats>
    where TFloats : struct, IFloats<TFloats>
{
    // What is multiplied at a time: with four vectors a panel, 16 sums stay in registers.
    private const int Tile = 4;

    /// <summary><c>z[r] += panel x[r]</c> for each record.</summary>
    /// <param name="panel">The panel, <c>[inputs, panelWidth]</c>, at the first of the nodes.</param>
    /// <param name="panelWidth">From one input's weights to the next's.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="x">The records, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one record to the next.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="z">The sums, <c>[count, zStride]</c>, at the panel's first node.</param>
    /// <param name="zStride">From one record's sums to the next's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        float* panel, int panelWidth, int inputs, float* x, int stride, int count, float* z, int zStride)
    {
        var record = 0;
        for (; record + Tile <= count; record += Tile)
        {
            var x0 = x + ((nint)record * stride);
            var x1 = x0 + stride;
            var x2 = x1 + stride;
            var x3 = x2 + stride;
            var sums = z + ((nint)record * zStride);
            var sum0 = TFloats.Load(sums);
            var sum1 = TFloats.Load(sums + zStride);
            var sum2 = TFloats.Load(sums + (2 * zStride));
            var sum3 = TFloats.Load(sums + (3 * zStride));
            var weights = panel;
            for (var input = 0; input < inputs; input++, weights += panelWidth)
            {
                var weight = TFloats.Load(weights);
                sum0.AddProduct(weight, x0[input]);
                sum1.AddProduct(weight, x1[input]);
                sum2.AddProduct(weight, x2[input]);
                sum3.AddProduct(weight, x3[input]);
            }

            sum0.Store(sums);
            sum1.Store(sums + zStride);
            sum2.Store(sums + (2 * zStride));
            sum3.Store(sums + (3 * zStride));
        }

        for (; record < count; record++)
        {
            var features = x + ((nint)record * stride);
            var sums = z + ((nint)record * zStride);

            // Two sums, so that one multiplication need not wait for the one before.
            var even = TFloats.Load(sums);
            var odd = TFloats.Zero;
            var weights = panel;
            var input = 0;
            for (; input + 1 < inputs; input += 2, weights += 2 * panelWidth)
            {
                even.AddProduct(weights, features[input]);
                odd.AddProduct(weights + panelWidth, features[input + 1]);
            }

            if (input < inputs)
                even.AddProduct(weights, features[input]);
            (even + odd).Store(sums);
        }
    }

    /// <summary><c>panel += sum of delta[r] x[r]^T</c>.</summary>
    /// <param name="panel">The panel, <c>[inputs, panelWidth]</c>, at the first of the nodes.</param>
    /// <param name="panelWidth">From one input's weights to the next's.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="x">The records, <c>[count, stride]</c>.</param>
    /// <param name="stride">From one record to the next.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="deltas">The changes, <c>[count, deltaStride]</c>, at the panel's first node.</param>
    /// <param name="deltaStride">From one record's changes to the next's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(
        float* panel, int panelWidth, int inputs, float* x, int stride, int count, float* deltas, int deltaStride)
    {
        var input = 0;
        for (; input + Tile <= inputs; input += Tile)
        {
            var weights0 = panel + ((nint)input * panelWidth);
            var weights1 = weights0 + panelWidth;
            var weights2 = weights1 + panelWidth;
            var weights3 = weights2 + panelWidth;
            var weight0 = TFloats.Load(weights0);
            var weight1 = TFloats.Load(weights1);
            var weight2 = TFloats.Load(weights2);
            var weight3 = TFloats.Load(weights3);
            var features = x + input;
            var changes = deltas;
            for (var record = 0; record < count; record++, features += stride, changes += deltaStride)
            {
                var change = TFloats.Load(changes);
                weight0.AddProduct(change, features[0]);
                weight1.AddProduct(change, features[1]);
                weight2.AddProduct(change, features[2]);
                weight3.AddProduct(change, features[3]);
            }

            weight0.Store(weights0);
            weight1.Store(weights1);
            weight2.Store(weights2);
            weight3.Store(weights3);
        }

        for (; input < inputs; input++)
        {
            var weights = panel + ((nint)input * panelWidth);
            var weight = TFloats.Load(weights);
            for (var record = 0; record < count; record++)
                weight.AddProduct(deltas + ((nint)record * deltaStride), x[((nint)record * stride) + input]);
            weight.Store(weights);
        }
    }
}
