using System.Text;

namespace MlNetDigits.Pictures;

/// <summary>Says of a file that is no picture what it is, and the way out.</summary>
internal static class NoPicture
{
    /// <summary>What is wrong with a file that cannot be decoded.</summary>
    /// <param name="content">The whole file, or its start.</param>
    /// <returns>A sentence that starts in lower case, without a full stop.</returns>
    public static string Describe(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return "is empty, not a picture";
        if (PictureSignature.Readable(content) is { } kind)
            return $"is a damaged {kind} picture or was cut short; copy it again";
        if (PictureSignature.OtherPicture(content) is { } other)
            return $"is {other}, which cannot be read; save it as PNG or JPEG";
        return Other(content) ?? "is not a picture that can be read; give a PNG or JPEG file, or a CSV file named .csv";
    }

    private static string? Other(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF"u8) => "is a PDF document, not a picture; save its pages as PNG",
        _ when PictureSignature.Brand(content) is not null => "is a film, not a picture; save one image of it as PNG",
        _ when content.StartsWith((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'])
            => "is a NumPy array, not a picture; save what is in it as CSV, a line a picture, or as PNG",
        _ when content.StartsWith("PK\x03\x04"u8) => "is a zip file, not a picture; unpack it, and give the pictures that are in it",
        _ when content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || content.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || content.StartsWith("Rar!"u8)
            => "is a packed file, not a picture; unpack it first",
        _ when content.StartsWith((ReadOnlySpan<byte>)[0, 0, 8]) || content.StartsWith((ReadOnlySpan<byte>)[0, 0, 12])
            => "is an IDX file, not a picture; 'digits predict' reads it, and so does IdxPictures",
        _ when content.StartsWith("version https://git-lfs"u8) => "is a note of Git LFS in place of the picture; get that with 'git lfs pull'",
        _ => OtherText(Start(content)),
    };

    private static string? OtherText(string start) => start switch
    {
        _ when start.Contains("<svg", StringComparison.OrdinalIgnoreCase) => "is an SVG drawing, which cannot be read; save it as PNG",
        _ when start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            => "is a web page, not a picture; save the picture itself",
        _ => null,
    };

    private static string Start(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(content[..Math.Min(content.Length, 1024)]);
}
