using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>How a pixel becomes a feature: <c>pixel / Range * Factor + Offset</c>.</summary>
/// <param name="Range">The largest pixel value; finite and above 0 where a pipeline uses it.</param>
/// <param name="Factor">The width of the feature's range; finite.</param>
/// <param name="Offset">The feature of a pixel of value 0; finite.</param>
public sealed record PixelScaling(float Range, float Factor, float Offset)
{
    /// <summary>
    /// The classic network's: <c>pixel / 255 * 0.99 + 0.01</c>, so 0..255 becomes 0.01..1.00. Zero is avoided because
    /// a zero input never changes its weights.
    /// </summary>
    public static PixelScaling Classic { get; } = new(255f, 0.99f, 0.01f);

    /// <summary>Scales pixels.</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="features">Receives the features: at least as many.</param>
    /// <exception cref="ArgumentException">There is no room for all features.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<float> pixels, Span<float> features)
    {
        if (features.Length < pixels.Length)
            throw new ArgumentException($"{features.Length} places do not take {pixels.Length} features.", nameof(features));

        var (range, factor, offset) = (new Vector<float>(Range), new Vector<float>(Factor), new Vector<float>(Offset));
        var i = 0;
        for (; i + Vector<float>.Count <= pixels.Length; i += Vector<float>.Count)
            ((new Vector<float>(pixels[i..]) / range * factor) + offset).CopyTo(features[i..]);
        for (; i < pixels.Length; i++)
            features[i] = Apply(pixels[i]);
    }

    /// <summary>Scales one pixel.</summary>
    /// <param name="pixel">The pixel.</param>
    /// <returns>The feature.</returns>
    public float Apply(float pixel) => (pixel / Range * Factor) + Offset;

    /// <summary>The way back: which pixel becomes a feature.</summary>
    /// <param name="feature">The feature.</param>
    /// <returns>The pixel; it need not be whole, nor in the range of pixels. Not finite if the factor is 0.</returns>
    public float Invert(float feature) => (feature - Offset) / Factor * Range;

    /// <summary>Features as pixels, rounded to bytes; what is below 0 or above 255 becomes 0 or 255.</summary>
    /// <param name="features">The features.</param>
    /// <returns>As many pixels.</returns>
    public byte[] ToPixels(ReadOnlySpan<float> features)
    {
        var pixels = new byte[features.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(MathF.Round(Invert(features[i])), 0f, 255f);
        return pixels;
    }
}
