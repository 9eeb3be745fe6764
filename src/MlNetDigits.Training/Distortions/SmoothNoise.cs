using System.Numerics.Tensors;

namespace MlNetDigits.Training;

/// <summary>
/// A sheet of smooth random numbers with mean 0 and a mean square of 1: noise, blurred by a Gaussian. Windows of it at
/// random places serve as random fields, so that a field costs nothing to draw.
/// </summary>
internal sealed class SmoothNoise
{
    // A megabyte stays in a processor's second cache or near it, and has some hundred windows that do not overlap.
    private const int LeastSide = 512;

    // Beyond, a Gaussian is next to nothing.
    private const int RadiusInDeviations = 3;

    private readonly float[] _values;

    private SmoothNoise(int rows, int columns, float[] values) => (Rows, Columns, _values) = (rows, columns, values);

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The numbers, row by row.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Draws a sheet.</summary>
    /// <param name="window">The shape of the windows.</param>
    /// <param name="deviation">The deviation of the Gaussian.</param>
    /// <param name="random">Decides the numbers.</param>
    public static SmoothNoise Create(ImageShape window, float deviation, SplitMix64 random)
    {
        var (rows, columns) = (Math.Max(LeastSide, 2 * window.Rows), Math.Max(LeastSide, 2 * window.Columns));
        var kernel = Kernel(deviation);
        var (high, wide) = (rows + kernel.Length - 1, columns + kernel.Length - 1);
        var noise = new float[(long)high * wide];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = random.NextSigned() * MathF.Sqrt(3);

        var down = new float[wide];
        var values = new float[(long)rows * columns];
        for (var row = 0; row < rows; row++)
        {
            down.AsSpan().Clear();
            for (var i = 0; i < kernel.Length; i++)
                TensorPrimitives.MultiplyAdd(noise.AsSpan((row + i) * wide, wide), kernel[i], down, down);
            var across = values.AsSpan(row * columns, columns);
            for (var i = 0; i < kernel.Length; i++)
                TensorPrimitives.MultiplyAdd(down.AsSpan(i, columns), kernel[i], across, across);
        }

        return new SmoothNoise(rows, columns, values);
    }

    /// <summary>Its squares sum to 1: sums of independent numbers then have the variance of one.</summary>
    private static float[] Kernel(float deviation)
    {
        var radius = (int)MathF.Ceiling(RadiusInDeviations * deviation);
        double[] weights = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(x => Math.Exp(-x * x / (2.0 * deviation * deviation)))];
        var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        return [.. weights.Select(weight => (float)(weight / norm))];
    }
}
