using System.Buffers.Binary;
using System.IO.Compression;
using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Support;

/// <summary>Decodes PNG pictures of 8-bit grey without interlacing: enough for OpenCV's sheet of digits.</summary>
internal static class GreyPng
{
    public static GreyImage Decode(string path)
    {
        var file = File.ReadAllBytes(path);
        var width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        Assert.Equal((8, 0, 0), (file[24], file[25], file[28]));

        var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file, at + 8, length);
            at += 12 + length;
        }

        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[width * height];
        var above = new byte[width];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var line = pixels.AsSpan(y * width, width);
            lines.ReadExactly(line);
            for (var x = 0; x < width; x++)
                line[x] += Predict(filter, x == 0 ? 0 : line[x - 1], above[x], x == 0 ? 0 : above[x - 1]);
            line.CopyTo(above);
        }

        return new GreyImage(width, height, pixels);
    }

    private static byte Predict(int filter, int left, int up, int upLeft) => (byte)(filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Paeth(left, up, upLeft),
        _ => throw new InvalidDataException($"There is no filter {filter} in PNG."),
    });

    private static int Paeth(int left, int up, int upLeft)
    {
        int[] candidates = [left, up, upLeft];
        return candidates.MinBy(candidate => Math.Abs(left + up - upLeft - candidate));
    }
}
