using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetDigits.Reporting;

/// <summary>
/// Writes PNG files with a palette, which SkiaSharp cannot: of a picture of few colours and much grain they are a third
/// as large as others.
/// </summary>
internal static class IndexedPng
{
    private const int MostColors = 256;
    private const byte BitsPerPixel = 8;
    private const byte PaletteColor = 3;
    private const byte NoFilter = 0;

    /// <summary>A picture as the bytes of a PNG file.</summary>
    /// <param name="pixels">Row by row, four bytes a pixel: red, green, blue, and one that is not looked at.</param>
    /// <param name="width">The columns.</param>
    /// <param name="height">The rows.</param>
    /// <returns>The file; null if there are more than 256 colours.</returns>
    public static byte[]? Encode(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var palette = new Dictionary<int, byte>(MostColors);
        var rows = new byte[(width + 1) * height];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (width + 1), width + 1);
            row[0] = NoFilter;
            for (var x = 0; x < width; x++)
            {
                var color = BinaryPrimitives.ReadInt32BigEndian(pixels.Slice(((y * width) + x) * 4, 4)) >>> 8;
                if (!palette.TryGetValue(color, out var index))
                {
                    if (palette.Count == MostColors)
                        return null;
                    palette.Add(color, index = (byte)palette.Count);
                }

                row[x + 1] = index;
            }
        }

        return Write(palette, rows, width, height);
    }

    private static byte[] Write(Dictionary<int, byte> palette, byte[] rows, int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (BitsPerPixel, PaletteColor);

        var colors = new byte[palette.Count * 3];
        foreach (var (color, index) in palette)
            (colors[index * 3], colors[(index * 3) + 1], colors[(index * 3) + 2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(rows);

        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1a\n"u8]);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "PLTE"u8, colors);
        WriteChunk(file, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> contents)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, contents.Length);
        file.Write(number);
        file.Write(type);
        file.Write(contents);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Append(0, type), contents));
        file.Write(number);
    }
}
