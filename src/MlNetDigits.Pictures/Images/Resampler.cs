using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Resizes in two passes, first along the rows, then down the columns.</summary>
internal static class Resampler
{
    public static GreyImage Resize(GreyImage image, int width, int height, ResizeKernel kernel)
    {
        var plane = new float[image.Pixels.Length];
        var pixels = image.Pixels.Span;
        for (var i = 0; i < plane.Length; i++)
            plane[i] = pixels[i];

        var resized = Resize(plane, (image.Width, image.Height), (width, height), kernel);
        return new GreyImage(width, height, Array.ConvertAll(resized, ToByte));
    }

    /// <summary>Resizes without rounding or clamping, so that what is lost and gained can be worked with.</summary>
    public static float[] Resize(
        ReadOnlySpan<float> plane, (int Width, int Height) from, (int Width, int Height) to, ResizeKernel kernel)
    {
        var narrowed = new float[to.Width * from.Height];
        var across = Taps(from.Width, to.Width, kernel);
        for (var y = 0; y < from.Height; y++)
        {
            var row = plane.Slice(y * from.Width, from.Width);
            for (var x = 0; x < to.Width; x++)
            {
                var (first, weights) = across[x];
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                    sum += weights[i] * row[first + i];
                narrowed[(y * to.Width) + x] = sum;
            }
        }

        var resized = new float[to.Width * to.Height];
        var down = Taps(from.Height, to.Height, kernel);
        for (var y = 0; y < to.Height; y++)
        {
            var (first, weights) = down[y];
            for (var x = 0; x < to.Width; x++)
            {
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                    sum += weights[i] * narrowed[((first + i) * to.Width) + x];
                resized[(y * to.Width) + x] = sum;
            }
        }

        return resized;
    }

    public static byte ToByte(float value) => (byte)Math.Clamp(MathF.Round(value), 0f, 255f);

    /// <summary>For each new pixel, the first old pixel that it takes from and the weights, which sum to 1.</summary>
    private static ImmutableArray<(int First, float[] Weights)> Taps(int from, int to, ResizeKernel kernel)
    {
        var scale = (double)from / to;

        // When shrinking, the kernel grows with the scale: every old pixel counts, and nothing aliases.
        var stretch = Math.Max(scale, 1);
        var support = stretch * (kernel == ResizeKernel.Cubic ? 2 : 1);
        var taps = ImmutableArray.CreateBuilder<(int, float[])>(to);
        for (var i = 0; i < to; i++)
        {
            var centre = (i + 0.5) * scale;
            var first = Math.Max((int)Math.Floor(centre - support + 0.5), 0);
            var end = Math.Min((int)Math.Floor(centre + support + 0.5), from);
            var weights = new double[end - first];
            for (var j = 0; j < weights.Length; j++)
                weights[j] = Weight(kernel, Math.Abs((first + j + 0.5 - centre) / stretch));
            var sum = weights.Sum();
            taps.Add((first, Array.ConvertAll(weights, weight => (float)(weight / sum))));
        }

        return taps.MoveToImmutable();
    }

    private static double Weight(ResizeKernel kernel, double distance) => (kernel, distance) switch
    {
        (ResizeKernel.Triangle, < 1) => 1 - distance,
        (ResizeKernel.Cubic, < 1) => (((1.5 * distance) - 2.5) * distance * distance) + 1,
        (ResizeKernel.Cubic, < 2) => (((((-0.5 * distance) + 2.5) * distance) - 4) * distance) + 2,
        _ => 0,
    };
}
