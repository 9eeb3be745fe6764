using MlNetDigits.Pictures;

namespace MlNetDigits.Benchmarks;

/// <summary>A digit of MNIST, five times as large, on white paper.</summary>
internal static class DigitSheet
{
    private const int Scale = 5;
    private const int Margin = 30;
    private const int Side = (28 * Scale) + (2 * Margin);

    /// <summary>The digit as it is.</summary>
    public static GreyImage Enlarged(ReadOnlyMemory<byte> pixels) => new(Side, Side, Ink(pixels));

    /// <summary>The digit as another pen would have written it: its strokes thinned to lines and drawn anew.</summary>
    /// <param name="pixels">The digit.</param>
    /// <param name="pen">The pen's width in pixels of MNIST.</param>
    public static GreyImage WrittenWith(ReadOnlyMemory<byte> pixels, double pen)
    {
        var lines = Thinning.Thin(Array.ConvertAll(Ink(pixels), value => value < 128), Side);
        var distances = DistanceTransform.Distances(lines, Side);
        return new GreyImage(Side, Side, Array.ConvertAll(
            distances, distance => (byte)(255 - (255 * Math.Clamp((pen * Scale / 2) + 0.5 - distance, 0, 1)))));
    }

    private static byte[] Ink(ReadOnlyMemory<byte> pixels)
    {
        var large = new GreyImage(28, 28, pixels).Resize(28 * Scale, 28 * Scale, ResizeKernel.Cubic);
        var sheet = new byte[Side * Side];
        sheet.AsSpan().Fill(255);
        for (var i = 0; i < large.Pixels.Length; i++)
        {
            var (x, y) = (i % large.Width, i / large.Width);
            sheet[((y + Margin) * Side) + x + Margin] = (byte)(255 - large.Pixels.Span[i]);
        }

        return sheet;
    }
}
