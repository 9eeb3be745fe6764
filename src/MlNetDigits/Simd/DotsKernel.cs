using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The products of one vector with some rows: an output layer for one record.</summary>
internal static unsafe class DotsKernel<TFloats>
    where TFloats : struct, IFloatMath<TFloats>
{
    /// <summary><c>products[r] = rows[r] . vector</c>.</summary>
    /// <param name="rows">The rows, <c>[count, stride]</c>, filled up with zeros to whole vectors.</param>
    /// <param name="stride">How long a row is, whole vectors.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="vector">The vector, <c>[stride]</c>.</param>
    /// <param name="products">Receives the products, <c>[count]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* rows, int stride, int count, float* vector, float* products)
    {
        // Four rows at a time read the vector a quarter as often.
        var row = 0;
        for (; row + 4 <= count; row += 4)
        {
            var row0 = rows + ((nint)row * stride);
            var row1 = row0 + stride;
            var row2 = row1 + stride;
            var row3 = row2 + stride;
            var (sum0, sum1, sum2, sum3) = (TFloats.Zero, TFloats.Zero, TFloats.Zero, TFloats.Zero);
            for (var i = 0; i < stride; i += TFloats.Width)
            {
                var x = TFloats.Load(vector + i);
                sum0.AddProduct(TFloats.Load(row0 + i), x);
                sum1.AddProduct(TFloats.Load(row1 + i), x);
                sum2.AddProduct(TFloats.Load(row2 + i), x);
                sum3.AddProduct(TFloats.Load(row3 + i), x);
            }

            products[row] = TFloats.Sum(sum0);
            products[row + 1] = TFloats.Sum(sum1);
            products[row + 2] = TFloats.Sum(sum2);
            products[row + 3] = TFloats.Sum(sum3);
        }

        for (; row < count; row++)
        {
            var lastRow = rows + ((nint)row * stride);
            var sum = TFloats.Zero;
            for (var i = 0; i < stride; i += TFloats.Width)
                sum.AddProduct(TFloats.Load(lastRow + i), TFloats.Load(vector + i));
            products[row] = TFloats.Sum(sum);
        }
    }
}
