using SkiaSharp;

namespace MlNetDigits.Pictures;

/// <summary>Reads and writes pictures.</summary>
public static class PictureFile
{
    // More than any camera's; a file of a few bytes may declare far more.
    private const long MostPixels = 200_000_000;

    private const byte White = 255;
    private const byte Black = 0;

    // If nothing is darker, light strokes on white paper are all that there can be.
    private const byte NearlyWhite = 230;

    /// <summary>
    /// Reads a picture as grey, upright as the camera was held. What is transparent shows white paper, or black if
    /// nothing could be seen on white: drawing programs save white strokes so.
    /// </summary>
    /// <param name="path">A PNG or JPEG file.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="InvalidInputException">The file is not there, or is no picture.</exception>
    public static GreyImage Read(string path)
    {
        using var data = SKData.CreateCopy(InputBytes.Read(path));
        using var codec = SKCodec.Create(data)
            ?? throw new InvalidInputException(
                path,
                data.Size == 0 ? "is empty, not a picture" : "is not a picture that can be read; give a PNG or JPEG file, or a CSV file named .csv");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
        {
            throw new InvalidInputException(
                path, $"declares {width} x {height} pixels, far more than a page of digits needs; crop or shrink the picture");
        }

        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        return codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success
            ? PictureOrientation.Upright(
                new GreyImage(width, height, ToGrey(bitmap.GetPixelSpan())), (int)codec.EncodedOrigin)
            : throw new InvalidInputException(path, "is a damaged picture or was cut short; copy it again");
    }

    /// <summary>A picture as the bytes of a PNG file.</summary>
    public static byte[] ToPng(GreyImage picture)
    {
        var info = new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var image = SKImage.FromPixelCopy(info, picture.Pixels.Span);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static byte[] ToGrey(ReadOnlySpan<byte> rgba)
    {
        var onWhite = ToGrey(rgba, White);
        return onWhite.AsSpan().IndexOfAnyInRange(byte.MinValue, NearlyWhite) >= 0 ? onWhite : ToGrey(rgba, Black);
    }

    private static byte[] ToGrey(ReadOnlySpan<byte> rgba, byte paper)
    {
        var grey = new byte[rgba.Length / 4];
        for (var i = 0; i < grey.Length; i++)
        {
            var pixel = rgba.Slice(i * 4, 4);
            var luma = ((299 * pixel[0]) + (587 * pixel[1]) + (114 * pixel[2])) / 1000;
            grey[i] = (byte)(((luma * pixel[3]) + (paper * (255 - pixel[3]))) / 255);
        }

        return grey;
    }
}
