using SkiaSharp;

namespace MlNetDigits.Tests.Support;

/// <summary>A PNG file's pixels.</summary>
internal sealed class ColorPicture
{
    private readonly SKColor[] _pixels;

    public ColorPicture(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        (Width, Height, _pixels) = (bitmap.Width, bitmap.Height, bitmap.Pixels);
    }

    public int Width { get; }

    public int Height { get; }

    public SKColor this[int x, int y] => _pixels[(y * Width) + x];

    /// <summary>The pixels of a rectangle, row by row.</summary>
    public IEnumerable<SKColor> Part(int left, int top, int width, int height)
        => Enumerable.Range(0, width * height).Select(i => this[left + (i % width), top + (i / width)]);
}
