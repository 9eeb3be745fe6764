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

    /// <summary>Reads the next records: as many as there is room for, or as are left.</summary>
    /// <returns>How many; none after the last, or if there is no room for one.</returns>
    /// <exception cref="InvalidInputException">The file is cut short, or goes on after the last record.</exception>
    public int Read(Span<byte> records)
    {
        if (_index == Header.Count)
        {
            Span<byte> one = stackalloc byte[1];
            return _content.Read(one) == 0 ? 0 : throw TooLong();
        }

        var count = (int)Math.Min(records.Length / Header.RecordLength, Header.Count - _index);
        var wanted = count * Header.RecordLength;
        var read = _content.Read(records[..wanted]);
        if (read < wanted)
            throw TooShort(read);
        _index += count;
        return count;
    }

    public void Dispose() => _content.Dispose();

    private InvalidInputException TooShort(int read)
    {
        var expected = Header.Length + ((long)Header.Count * Header.RecordLength);
        var found = Header.Length + (_index * Header.RecordLength) + read;
        var name = IdxHeader.Name(Header.Kind);
        return new InvalidInputException(
            _path, $"is cut short: {expected - found} of {expected} bytes are missing, from {name[..^1]} "
            + $"{_index + (read / Header.RecordLength) + 1} of {Header.Count} on; get the file again");
    }

    private InvalidInputException TooLong() => new(
        _path, $"goes on after the {Header.Count} {IdxHeader.Name(Header.Kind)} that its header speaks of; "
        + "get the file again");
}
