namespace MlNetDigits;

/// <summary>Reads one IDX file from start to end. Nothing is ever sized by what the header claims.</summary>
internal sealed class IdxReader : IDisposable
{
    private readonly string _path;
    private readonly IdxContent _content;
    private long _index;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or is not of this kind.</exception>
    public IdxReader(string path, IdxKind kind)
    {
        _path = path;
        _content = IdxContent.Open(path);
        try
        {
            Span<byte> start = stackalloc byte[IdxHeader.LengthOf(kind)];
            Header = IdxHeader.Parse(start[.._content.Read(start)], kind, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IdxHeader Header { get; }

    /// <summary>Reads the next record; false after the last.</summary>
    /// <exception cref="InvalidInputException">The file is cut short, or goes on after the last record.</exception>
    public bool TryRead(Span<byte> record)
    {
        if (_index == Header.Count)
        {
            Span<byte> one = stackalloc byte[1];
            return _content.Read(one) == 0 ? false : throw TooLong();
        }

        var read = _content.Read(record);
        if (read < record.Length)
            throw TooShort(read);
        _index++;
        return true;
    }

    public void Dispose() => _content.Dispose();

    private InvalidInputException TooShort(int read)
    {
        var expected = Header.Length + ((long)Header.Count * Header.RecordLength);
        var found = Header.Length + (_index * Header.RecordLength) + read;
        var name = IdxHeader.Name(Header.Kind);
        return new InvalidInputException(
            _path, $"is cut short: {expected - found} of {expected} bytes are missing, from {name[..^1]} "
            + $"{_index + 1} of {Header.Count} on; get the file again");
    }

    private InvalidInputException TooLong() => new(
        _path, $"goes on after the {Header.Count} {IdxHeader.Name(Header.Kind)} that its header speaks of; "
        + "get the file again");
}
