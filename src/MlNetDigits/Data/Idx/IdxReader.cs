namespace MlNetDigits;

/// <summary>Reads one IDX file from start to end. Nothing is ever sized by what the header claims.</summary>
internal sealed class IdxReader : IRecordReader
{
    private readonly IdxContent _content;
    private byte[] _numbers = [];
    private long _index;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or is not of this kind.</exception>
    public IdxReader(string path, IdxKind kind)
    {
        Path = path;
        _content = IdxContent.Open(path);
        try
        {
            Span<byte> start = stackalloc byte[IdxHeader.LongestLength];
            var read = _content.Read(start[..4]);
            if (read == 4)
                read += _content.Read(start[4..IdxHeader.LengthOf(start, kind)]);
            Header = IdxHeader.Parse(start[..read], kind, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public string? Array => null;

    /// <inheritdoc/>
    public long Count => Header.Count;

    public IdxHeader Header { get; }

    /// <inheritdoc/>
    public int Read(Span<byte> records)
    {
        if (_index == Header.Count)
        {
            Span<byte> one = stackalloc byte[1];
            return _content.Read(one) == 0 ? 0 : throw TooLong();
        }

        var room = Header.Kind == IdxKind.Images ? records.Length / DigitFormat.Pixels : records.Length;
        var count = (int)Math.Min(room, Header.Count - _index);
        if (Header.AreBytes)
            Fill(records[..(count * Header.RecordLength)]);
        else
            ReadNumbers(records[..count]);
        _index += count;
        return count;
    }

    public void Dispose() => _content.Dispose();

    private void ReadNumbers(Span<byte> labels)
    {
        if (_numbers.Length < labels.Length * Header.RecordLength)
            _numbers = new byte[labels.Length * Header.RecordLength];
        Fill(_numbers.AsSpan(0, labels.Length * Header.RecordLength));
        for (var i = 0; i < labels.Length; i++)
        {
            var stored = _numbers.AsSpan(i * Header.RecordLength, Header.Form.Length);
            var label = Header.Form.Read(stored);
            labels[i] = label is >= 0 and <= byte.MaxValue && label == Math.Floor(label) ? (byte)label : throw NoLabel(_index + i + 1, label, stored);
        }
    }

    private void Fill(Span<byte> wanted)
    {
        var read = _content.Read(wanted);
        if (read < wanted.Length)
            throw TooShort(read);
    }

    private InvalidInputException NoLabel(long number, double label, ReadOnlySpan<byte> stored)
    {
        var turned = (Header.Form with { IsLittleEndian = true }).Read(stored);
        var hint = turned is >= 0 and <= byte.MaxValue ? "; its bytes seem to be the wrong way round: IDX is big-endian" : "";
        return new(Path, FormattableString.Invariant($"label {number} is {label}, but a label is a whole number from 0 to 255{hint}"));
    }

    private InvalidInputException TooShort(int read)
    {
        var expected = Header.Length + ((long)Header.Count * Header.RecordLength);
        var found = Header.Length + (_index * Header.RecordLength) + read;
        var name = IdxHeader.Name(Header.Kind);
        return new InvalidInputException(
            Path, $"is cut short: {expected - found} of {expected} bytes are missing, from {name[..^1]} "
            + $"{_index + (read / Header.RecordLength) + 1} of {Header.Count} on; get the file again");
    }

    private InvalidInputException TooLong() => new(
        Path, $"goes on after the {Header.Count} {IdxHeader.Name(Header.Kind)} that its header speaks of; "
        + "get the file again");
}
