using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Pictures.Files;

public class PictureFileTests
{
    // 40 x 24 with a dark patch in the upper left of what the camera saw.
    private const int Width = 40;
    private const int Height = 24;

    // How a viewer turns what is stored: where a pixel of the upright picture is taken from, by the EXIF standard.
    public static TheoryData<byte, bool, Func<int, int, (int X, int Y)>> Orientations => new()
    {
        { 1, false, (x, y) => (x, y) },
        { 2, false, (x, y) => (Width - 1 - x, y) },
        { 3, false, (x, y) => (Width - 1 - x, Height - 1 - y) },
        { 4, false, (x, y) => (x, Height - 1 - y) },
        { 5, true, (x, y) => (y, x) },
        { 6, true, (x, y) => (y, Width - 1 - x) },
        { 7, true, (x, y) => (Height - 1 - y, Width - 1 - x) },
        { 8, true, (x, y) => (Height - 1 - y, x) },
    };

    [Theory]
    [MemberData(nameof(Orientations), DisableDiscoveryEnumeration = true)]
    public void Read_PhotoWithOrientation_IsUpright(byte orientation, bool isTurned, Func<int, int, (int X, int Y)> stored)
    {
        // Stored so that the viewer's turn brings the patch to the upper left.
        var (width, height) = isTurned ? (Height, Width) : (Width, Height);
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 16; x++)
            {
                var (column, row) = stored(x, y);
                bitmap.SetPixel(column, row, SKColors.Black);
            }
        }

        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 100);
        using var folder = new TemporaryFolder();
        var path = folder.Write("photo.jpg", WithOrientation(jpeg.ToArray(), orientation));

        var picture = PictureFile.Read(path);

        Assert.Equal((Width, Height), (picture.Width, picture.Height));
        for (var i = 0; i < picture.Pixels.Length; i++)
            Assert.Equal(i % Width < 16 && i / Width < 8 ? 0 : 255, picture.Pixels.Span[i], 40.0);
    }

    // Strokes, the same half transparent, nothing: on white paper, or on black if the strokes are white.
    [Theory]
    [InlineData(255, 255, 127, 0)]
    [InlineData(10, 10, 132, 255)]
    public void Read_TransparentPaper_StrokesAreSeen(byte ink, int stroke, int half, int paper)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(3, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        foreach (var (x, alpha) in new byte[] { 255, 127, 0 }.Index())
            bitmap.SetPixel(x, 0, new SKColor(ink, ink, ink, alpha));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var folder = new TemporaryFolder();

        var pixels = PictureFile.Read(folder.Write("drawing.png", png.ToArray())).Pixels.ToArray();

        Assert.Equal([stroke, half, paper], pixels.Select(pixel => (int)pixel));
    }

    [LinuxFact]
    public void Read_DeviceWithoutEnd_SaysThatItIsTooLarge()
    {
        var thrown = Assert.Throws<InvalidInputException>(() => PictureFile.Read("/dev/zero"));

        Assert.StartsWith("/dev/zero: is larger than 256 MB", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_JpegWithoutExif_IsAsStored()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(30, 20, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(new SKColor(90, 90, 90));
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        using var folder = new TemporaryFolder();

        var picture = PictureFile.Read(folder.Write("p.jpg", jpeg.ToArray()));

        Assert.Equal((30, 20), (picture.Width, picture.Height));
        Assert.All(picture.Pixels.ToArray(), pixel => Assert.Equal(90, pixel, 2.0));
    }

    [Fact]
    public void Read_ToPng_SamePixels()
    {
        var random = new Random(1);
        var pixels = new byte[35 * 17];
        random.NextBytes(pixels);
        using var folder = new TemporaryFolder();

        var picture = PictureFile.Read(folder.Write("p.png", PictureFile.ToPng(new GreyImage(35, 17, pixels))));

        Assert.Equal(pixels, picture.Pixels.ToArray());
    }

    /// <summary>An EXIF block with one entry (orientation) after the start of a JPEG file, written by hand.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        byte[] block = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(block.Length + 2), .. block, .. jpeg[2..]];
    }
}
