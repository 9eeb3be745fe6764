using MlNetDigits.Pictures;
using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>A digit in a picture.</summary>
/// <param name="Digit">Which one.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Shape">What the ink covers, in pixels of the picture.</param>
internal sealed record DrawnDigit(int Digit, int Line, SKPath Shape)
{
    /// <summary>The box around all pixels that the ink covers by half or more.</summary>
    public PictureBox Box(int width, int height)
    {
        var coverage = Coverage([this], width, height);
        int[] ink = [.. Enumerable.Range(0, coverage.Length).Where(i => coverage[i] >= 128)];
        var (left, top) = (ink.Min(i => i % width), ink[0] / width);
        return new PictureBox(left, top, ink.Max(i => i % width) + 1 - left, (ink[^1] / width) + 1 - top);
    }

    /// <summary>How much of each pixel digits cover, 0 to 255.</summary>
    public static byte[] Coverage(IEnumerable<DrawnDigit> digits, int width, int height)
        => Coverage(width, height, canvas =>
        {
            using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
            foreach (var digit in digits)
                canvas.DrawPath(digit.Shape, paint);
        });

    /// <summary>How much of each pixel a drawing covers, 0 to 255.</summary>
    public static byte[] Coverage(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Alpha8, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        draw(canvas);
        canvas.Flush();
        return [.. Enumerable.Range(0, height)
            .SelectMany(y => bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, width).ToArray())];
    }
}
