using System.IO.Compression;

namespace MlNetDigits;

/// <summary>The unpacked bytes of an IDX file, raw or gzip by what is in it, whatever its name says.</summary>
internal sealed class IdxContent : IDisposable
{
    private readonly string _path;
    private readonly Stream _stream;

    private IdxContent(string path, Stream stream, bool packed)
        => (_path, _stream, IsPacked) = (path, stream, packed);

    /// <summary>Whether the file is gzip.</summary>
    public bool IsPacked { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is packed by its name and neither packed
    /// nor IDX inside.</exception>
    public static IdxContent Open(string path)
    {
        var file = InputFile.Open(path);
        var start = new byte[4];
        var signature = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (FileSignature.IsGzip(signature))
        {
            // Buffered: the records are small, and each call into the unpacker costs.
            var unpacked = new GZipStream(file, CompressionMode.Decompress);
            return new IdxContent(path, new BufferedStream(unpacked, 1 << 16), packed: true);
        }

        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !FileSignature.IsIdx(signature))
        {
            file.Dispose();
            var found = signature.Length == 0 ? "it is empty" : $"it starts with {Convert.ToHexString(signature)}";
            throw new InvalidInputException(
                path, $"is named .gz, but is neither a gzip nor an IDX file ({found}); get it again");
        }

        return new IdxContent(path, file, packed: false);
    }

    /// <summary>Fills the buffer, or what is left of the content into it; the number of bytes.</summary>
    /// <exception cref="InvalidInputException">The packed data is damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidInputException(
                _path, "is a damaged gzip file or was cut short; get it again", innerException: exception);
        }
    }

    public void Dispose() => _stream.Dispose();
}
