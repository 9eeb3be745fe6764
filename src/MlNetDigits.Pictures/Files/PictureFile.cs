using SkiaSharp;

namespace MlNetDigits.Pictures;

/// <summary>Reads and writes pictures.</summary>
public static class PictureFile
{
    // More than any camera's; a file of a few bytes may declare far more.
    private const long MostPixels = 200_000_000;

    /// <summary>
    /// Reads a picture as grey, upright as the camera was held. What is transparent shows white paper, or black if the
    /// strokes are light. Where the ink differs from the paper in its colour but hardly in its brightness, as yellow on
    /// white does, the grey tells how far each pixel's colour is from the paper's: black is farthest.
    /// </summary>
    /// <param name="path">A PNG, JPEG, WebP, GIF or BMP file.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="InvalidInputException">The file is not there, or is no picture.</exception>
    public static GreyImage Read(string path)
    {
        var content = InputBytes.Read(path);
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);

        // A WBMP picture is known by two zeros at its start, which many a file has that is none.
        if (codec is null || codec.EncodedFormat == SKEncodedImageFormat.Wbmp)
            throw new InvalidInputException(path, NoPicture.Describe(content));
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
                PictureGrey.Of(bitmap.GetPixelSpan(), width, height), OrientationOf(codec, content))
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

    private static int OrientationOf(SKCodec codec, ReadOnlySpan<byte> content)
        => codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? ExifOrientation.Of(content) : (int)codec.EncodedOrigin;
}
