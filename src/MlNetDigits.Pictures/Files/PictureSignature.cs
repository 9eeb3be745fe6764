using System.Text;

namespace MlNetDigits.Pictures;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
public static class PictureSignature
{
    /// <summary>As many bytes of a file's start as are looked at.</summary>
    public const int Length = 64;

    internal static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether it is a picture of a kind that <see cref="PictureFile.Read"/> knows.</summary>
    /// <param name="start">The first bytes, <see cref="Length"/> or more if the file has as many.</param>
    /// <returns>Whether it is; that the picture is whole is not checked.</returns>
    public static bool IsReadable(ReadOnlySpan<byte> start) => Readable(start) is not null;

    /// <summary>Whether it is a picture, be it of a kind that <see cref="PictureFile.Read"/> does not know.</summary>
    /// <param name="start">The first bytes, <see cref="Length"/> or more if the file has as many.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsPicture(ReadOnlySpan<byte> start) => IsReadable(start) || OtherPicture(start) is not null;

    internal static bool IsWebP(ReadOnlySpan<byte> start)
        => start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8);

    /// <summary>The name of a kind that can be read; null for all else.</summary>
    internal static string? Readable(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith(Png) => "PNG",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "JPEG",
        _ when IsWebP(start) => "WebP",
        _ when start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) => "GIF",

        // Two letters may also begin a text. In a bitmap nothing but zeros follows its length.
        _ when start.Length >= 10 && start.StartsWith("BM"u8) && !start[6..10].ContainsAnyExcept((byte)0) => "BMP",
        _ when start.Length >= 6 && start.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) && start[5] == 0 && start[4] != 0 => "ICO",
        _ => null,
    };

    /// <summary>The name, with its article, of a kind of picture that cannot be read; null for all else.</summary>
    internal static string? OtherPicture(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) => "a TIFF or raw picture",
        _ when Brand(start) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" => "a HEIC picture",
        _ when Brand(start) is "avif" or "avis" => "an AVIF picture",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || IsBox(start, "JXL "u8) => "a JPEG XL picture",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]) || IsBox(start, "jP  "u8) => "a JPEG 2000 picture",
        _ when start.StartsWith("8BPS"u8) => "a Photoshop picture",
        _ when start.StartsWith("gimp xcf"u8) => "a GIMP picture",
        _ => null,
    };

    private static bool IsBox(ReadOnlySpan<byte> start, ReadOnlySpan<byte> type)
        => start.Length >= 8 && start[4..8].SequenceEqual(type);

    /// <summary>What a file of Apple's family calls itself, pictures and films alike; null for other files.</summary>
    internal static string? Brand(ReadOnlySpan<byte> start)
        => start.Length >= 12 && IsBox(start, "ftyp"u8) ? Encoding.Latin1.GetString(start[8..12]) : null;
}
