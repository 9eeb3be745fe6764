using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetDigits.Tests.Support;

/// <summary>PNG files of the kinds that SkiaSharp does not write: palettes, one bit, 16 bits, grey with opacity.</summary>
internal static class WrittenPng
{
    /// <summary>Writes a file.</summary>
    /// <param name="width">The columns.</param>
    /// <param name="bits">The bits of each sample.</param>
    /// <param name="colourType">0 grey, 2 colours, 3 palette, 4 grey and opacity, 6 colours and opacity.</param>
    /// <param name="rows">The bytes of each row.</param>
    /// <param name="palette">Three bytes a colour.</param>
    /// <param name="opacities">A byte a colour of the palette.</param>
    public static byte[] Of(int width, byte bits, byte colourType, byte[][] rows, byte[]? palette = null, byte[]? opacities = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), rows.Length);
        (header[8], header[9]) = (bits, colourType);

        using var packed = new MemoryStream();
        using (var lines = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var row in rows)
                lines.Write([0, .. row]);
        }

        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. Chunk("IHDR"u8, header),
            .. palette is null ? [] : Chunk("PLTE"u8, palette),
            .. opacities is null ? [] : Chunk("tRNS"u8, opacities),
            .. Chunk("IDAT"u8, packed.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        kind.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), Crc32.Append(0, chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }
}
