namespace MlNetDigits;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal static class FileSignature
{
    public static bool IsGzip(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>Whether content starts as IDX does: two zeros, the type of its numbers, and how many dimensions there are.</summary>
    public static bool IsIdx(ReadOnlySpan<byte> start)
        => start is [0, 0, 0x08 or 0x09 or 0x0B or 0x0C or 0x0D or 0x0E, >= 1 and <= 4, ..];

    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8);

    /// <summary>A name with its article for content that is not plain text; null for what may be text.</summary>
    public static string? DescribeBinary(ReadOnlySpan<byte> start) => start switch
    {
        _ when IsGzip(start) => "a gzip file",
        _ when IsZip(start) => "a zip file",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) => "a PNG picture",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "a JPEG picture",
        _ when start.StartsWith("PAR1"u8) => "a Parquet file",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) => "UTF-16 text",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0, 0, 8, 3]) => "an IDX images file",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0, 0, 8, 1]) => "an IDX labels file",
        _ when start.Contains((byte)0) => "a binary file",
        _ => null,
    };

    /// <summary>The first bytes of a file, fewer if it is shorter.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or only once.</exception>
    public static byte[] ReadStart(string path, int count)
    {
        using var stream = InputFile.Open(path);

        // What has been read of a pipe to find out what it is would be missing afterwards.
        if (!stream.CanSeek)
            throw new InvalidInputException(path, "is a pipe, which can be read only once; save it as a file first");
        var start = new byte[count];
        return start[..stream.ReadAtLeast(start, count, throwOnEndOfStream: false)];
    }
}
