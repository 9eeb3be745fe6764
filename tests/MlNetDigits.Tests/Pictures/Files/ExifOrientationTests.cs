using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Pictures.Files;

/// <summary>Pictures that are stored lying, with EXIF data that says so, in formats other than JPEG.</summary>
public class ExifOrientationTests
{
    private const int Upright = 1;
    private const int QuarterTurn = 6;

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    public void Read_PngWithExif_IsUpright(bool isBigEndian, byte type)
        => AssertTurned(WithChunk(Png(), "eXIf", Tiff(QuarterTurn, isBigEndian, type)), "p.png");

    [Fact]
    public void Read_PngWithExifAfterThePixels_IsUpright()
    {
        var png = Png();

        AssertTurned([.. png[..^12], .. Chunk("eXIf", Tiff(QuarterTurn)), .. png[^12..]], "p.png");
    }

    [Fact]
    public void Read_PngWithTheMarkOfJpegsExif_IsUpright()
        => AssertTurned(WithChunk(Png(), "eXIf", [.. "Exif\0\0"u8, .. Tiff(QuarterTurn)]), "p.png");

    [Theory]
    [InlineData("exif", false)]
    [InlineData("APP1", false)]
    [InlineData("exif", true)]
    public void Read_PngWithExifAsText_IsUpright(string profile, bool isPacked)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff(QuarterTurn)];
        var text = Encoding.Latin1.GetBytes($"\n{profile}\n      {exif.Length}\n{Convert.ToHexStringLower(exif)[..60]}\n{Convert.ToHexStringLower(exif)[60..]}\n");
        byte[] name = [.. Encoding.Latin1.GetBytes($"Raw profile type {profile}"), 0];

        AssertTurned(
            WithChunk(Png(), isPacked ? "zTXt" : "tEXt", isPacked ? [.. name, 0, .. Packed(text)] : [.. name, .. text]), "p.png");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_WebPWithExif_IsUpright(bool isMarked)
    {
        var exif = isMarked ? [.. "Exif\0\0"u8, .. Tiff(QuarterTurn)] : Tiff(QuarterTurn);

        AssertTurned(WebP(exif), "p.webp");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public void Of_NumberThatEXIFDoesNotHave_IsUpright(byte number)
        => Assert.Equal(Upright, ExifOrientation.Of(WithChunk(Png(), "eXIf", Tiff(number))));

    [Fact]
    public void Of_AnyByteOfTheExifWrong_NeverThrows()
    {
        var png = WithChunk(Png(), "eXIf", Tiff(QuarterTurn));
        for (var at = 0; at < png.Length; at++)
        {
            foreach (var value in new byte[] { 0, 1, 127, 255 })
            {
                byte[] damaged = [.. png[..at], value, .. png[(at + 1)..]];

                Assert.InRange(ExifOrientation.Of(damaged), 1, 8);
            }

            Assert.InRange(ExifOrientation.Of(png.AsSpan(0, at)), 1, 8);
        }
    }

    [Fact]
    public void Of_TextThatIsNoProfile_IsUpright()
    {
        Assert.Equal(Upright, ExifOrientation.Of(WithChunk(Png(), "tEXt", [.. "Raw profile type exif\0\nexif\n 4\nzzzz"u8])));
        Assert.Equal(Upright, ExifOrientation.Of(WithChunk(Png(), "zTXt", [.. "Raw profile type exif\0\0no zlib"u8])));
        Assert.Equal(Upright, ExifOrientation.Of(WithChunk(Png(), "tEXt", [.. "Comment\0a picture"u8])));
    }

    // Stored 20 x 10 with one dark pixel at the lower left, which belongs to the upper left after a quarter turn.
    private static void AssertTurned(byte[] file, string name)
    {
        using var folder = new TemporaryFolder();

        var picture = PictureFile.Read(folder.Write(name, file));

        Assert.Equal((10, 20), (picture.Width, picture.Height));
        Assert.Equal(0, picture.Pixels.Span[0], 40.0);
        Assert.All(picture.Pixels[1..].ToArray(), pixel => Assert.Equal(255, pixel, 40.0));
    }

    private static SKBitmap Stored()
    {
        var bitmap = new SKBitmap(new SKImageInfo(20, 10, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        bitmap.SetPixel(0, 9, SKColors.Black);
        return bitmap;
    }

    private static byte[] Png()
    {
        using var bitmap = Stored();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>A WebP file in its extended form: the header, the picture as it was, the EXIF data.</summary>
    private static byte[] WebP(byte[] exif)
    {
        using var bitmap = Stored();
        using var pixmap = bitmap.PeekPixels();
        using var data = pixmap!.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 100));
        var picture = data!.ToArray()[12..];
        byte[] header = [.. "VP8X"u8, 10, 0, 0, 0, 0x08, 0, 0, 0, 19, 0, 0, 9, 0, 0];
        byte[] chunk = [.. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif, .. new byte[exif.Length & 1]];
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, 4 + header.Length + picture.Length + chunk.Length);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. header, .. picture, .. chunk];
    }

    /// <summary>EXIF data with one entry: the orientation.</summary>
    private static byte[] Tiff(byte orientation, bool isBigEndian = false, byte type = 3)
    {
        if (!isBigEndian)
            return [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, type, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        return [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, type, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] WithChunk(byte[] png, string type, byte[] data)
        => [.. png[..33], .. Chunk(type, data), .. png[33..]];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.Latin1.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc32.Append(0, body));
        return chunk;
    }

    private static byte[] Packed(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
            zlib.Write(text);
        return packed.ToArray();
    }
}
