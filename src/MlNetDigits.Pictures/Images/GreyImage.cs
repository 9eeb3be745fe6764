namespace MlNetDigits.Pictures;

/// <summary>A grey picture, as a camera or a drawing program has it: 0 is black, 255 is white.</summary>
public sealed record GreyImage
{
    /// <summary>Makes a picture.</summary>
    /// <param name="width">The columns; at least 1.</param>
    /// <param name="height">The rows; at least 1.</param>
    /// <param name="pixels">Row by row from the top left, <paramref name="width"/> times <paramref name="height"/>
    /// bytes. They are not copied: do not change them afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    /// <exception cref="ArgumentException">The number of pixels is another.</exception>
    public GreyImage(int width, int height, ReadOnlyMemory<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != (long)width * height)
        {
            throw new ArgumentException(
                $"A picture of {width} x {height} has {(long)width * height} pixels, not {pixels.Length}.",
                nameof(pixels));
        }

        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>The columns.</summary>
    public int Width { get; }

    /// <summary>The rows.</summary>
    public int Height { get; }

    /// <summary>Row by row from the top left; 0 is black, 255 is white.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>The picture in another size. Shrinking averages over all the pixels that fall together.</summary>
    /// <param name="width">The new number of columns; at least 1.</param>
    /// <param name="height">The new number of rows; at least 1.</param>
    /// <param name="kernel">How the pixels between are made.</param>
    /// <returns>The resized picture; this one if the size is the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public GreyImage Resize(int width, int height, ResizeKernel kernel = ResizeKernel.Triangle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return (width, height) == (Width, Height) ? this : Resampler.Resize(this, width, height, kernel);
    }

    /// <summary>The negative: black becomes white.</summary>
    /// <returns>A picture of the same size.</returns>
    public GreyImage Invert()
    {
        var inverted = new byte[Pixels.Length];
        var pixels = Pixels.Span;
        for (var i = 0; i < inverted.Length; i++)
            inverted[i] = (byte)(255 - pixels[i]);
        return new GreyImage(Width, Height, inverted);
    }

    /// <summary>A rectangle cut out of the picture.</summary>
    /// <param name="left">The first column, from 0.</param>
    /// <param name="top">The first row, from 0.</param>
    /// <param name="width">The columns; at least 1.</param>
    /// <param name="height">The rows; at least 1.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle is not inside the picture.</exception>
    public GreyImage Crop(int left, int top, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Width - left);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Height - top);

        var part = new byte[width * height];
        for (var row = 0; row < height; row++)
            Pixels.Span.Slice(((top + row) * Width) + left, width).CopyTo(part.AsSpan(row * width));
        return new GreyImage(width, height, part);
    }
}
