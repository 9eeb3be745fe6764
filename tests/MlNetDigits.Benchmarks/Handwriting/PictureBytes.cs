using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>Makes files of pictures.</summary>
internal static class PictureBytes
{
    /// <summary>The bytes of a picture's file.</summary>
    public static byte[] Of(DrawnPicture picture, Random random)
    {
        using var drawn = picture.Scene.Draw(random);
        using var stored = picture.IsTurned ? Lying(drawn) : drawn.Copy();
        using var data = stored.Encode(
            picture.Quality is null ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, picture.Quality ?? 100);
        return picture.IsTurned ? WithOrientation(data.ToArray(), 6) : data.ToArray();
    }

    /// <summary>A quarter turn against the clock: with orientation 6, a viewer turns it back.</summary>
    private static SKBitmap Lying(SKBitmap picture)
    {
        var lying = new SKBitmap(picture.Height, picture.Width);
        for (var y = 0; y < lying.Height; y++)
        {
            for (var x = 0; x < lying.Width; x++)
                lying.SetPixel(x, y, picture.GetPixel(picture.Width - 1 - y, x));
        }

        return lying;
    }

    /// <summary>Puts an EXIF block after the start of a JPEG file: one entry, 0x0112, a short.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
