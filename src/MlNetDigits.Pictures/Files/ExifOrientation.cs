using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MlNetDigits.Pictures;

/// <summary>How a picture is to be turned, by the EXIF data of formats of which SkiaSharp does not read it.</summary>
internal static class ExifOrientation
{
    /// <summary>The number for a picture that is stored upright.</summary>
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int SixteenBits = 3;
    private const int ThirtyTwoBits = 4;

    // A profile with a thumbnail in it has some 10 kB; a few bytes may unpack to far more.
    private const int MostProfileBytes = 1 << 20;

    /// <summary>Looks into a PNG or WebP file.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>The number that <see cref="PictureOrientation"/> takes; <see cref="Upright"/> if there is none.</returns>
    public static int Of(ReadOnlySpan<byte> file)
        => file.StartsWith(PictureSignature.Png) ? OfPng(file)
            : PictureSignature.IsWebP(file) ? OfWebP(file)
            : Upright;

    private static int OfPng(ReadOnlySpan<byte> file)
    {
        for (var at = PictureSignature.Png.Length; file.Length - at >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                return Upright;
            var type = file.Slice(at + 4, 4);
            var data = file.Slice(at + 8, (int)length);
            var found = type.SequenceEqual("eXIf"u8) ? OfTiff(data)
                : type.SequenceEqual("tEXt"u8) || type.SequenceEqual("zTXt"u8) ? OfProfile(data, isPacked: type[0] == 'z')
                : Upright;
            if (found != Upright)
                return found;
            at += 12 + (int)length;
        }

        return Upright;
    }

    private static int OfWebP(ReadOnlySpan<byte> file)
    {
        for (var at = 12; file.Length - at >= 8;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > file.Length - at - 8)
                return Upright;
            if (file.Slice(at, 4).SequenceEqual("EXIF"u8))
                return OfTiff(file.Slice(at + 8, (int)length));
            at += 8 + (int)length + (int)(length & 1);
        }

        return Upright;
    }

    /// <summary>Before PNG had a place for EXIF data, ImageMagick wrote it as text: a name, a length, hexadecimal digits.</summary>
    private static int OfProfile(ReadOnlySpan<byte> data, bool isPacked)
    {
        var end = data.IndexOf((byte)0);
        if (end < 0 || !(data[..end].SequenceEqual("Raw profile type exif"u8) || data[..end].SequenceEqual("Raw profile type APP1"u8)))
            return Upright;
        var text = isPacked ? Unpack(data[Math.Min(end + 2, data.Length)..]) : Encoding.Latin1.GetString(data[(end + 1)..]);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var digits = string.Concat(lines.Skip(2));
        var bytes = new byte[digits.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(digits.AsSpan(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
                return Upright;
        }

        return OfTiff(bytes);
    }

    private static string Unpack(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var bytes = new byte[MostProfileBytes];
            return Encoding.Latin1.GetString(bytes, 0, unpacked.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            // A text beside the picture that is damaged is none.
            return "";
        }
    }

    private static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        // The mark of EXIF data in a JPEG file. It does not belong here, but some programs copy it along.
        if (tiff.StartsWith("Exif\0\0"u8))
            tiff = tiff[6..];
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || !(isLittle || tiff.StartsWith("MM\0*"u8)))
            return Upright;

        var start = U32(tiff[4..], isLittle);
        if (start > tiff.Length - 2)
            return Upright;
        var entries = tiff[(int)start..];
        var count = U16(entries, isLittle);
        entries = entries[2..];
        for (var i = 0; i < count && entries.Length >= 12; i++, entries = entries[12..])
        {
            if (U16(entries, isLittle) == Tag)
                return Value(entries, isLittle) is >= 1 and <= 8 and var number ? (int)number : Upright;
        }

        return Upright;
    }

    private static uint Value(ReadOnlySpan<byte> entry, bool isLittle) => U16(entry[2..], isLittle) switch
    {
        SixteenBits => U16(entry[8..], isLittle),
        ThirtyTwoBits => U32(entry[8..], isLittle),
        _ => Upright,
    };

    private static ushort U16(ReadOnlySpan<byte> bytes, bool isLittle)
        => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool isLittle)
        => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
