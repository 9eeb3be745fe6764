using System.Buffers;

namespace MlNetDigits;

/// <summary>Walks over the lines of a file without copying them.</summary>
internal sealed class CsvLineReader : IDisposable
{
    // A line of 785 values with many decimals stays far below this; what is longer is not digits.
    private const int LongestLine = 1 << 20;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(LongestLine);
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>Opens a file and skips a UTF-8 byte order mark.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, is empty or is not text.</exception>
    public CsvLineReader(string path)
    {
        _path = path;
        _stream = InputFile.Open(path);
        try
        {
            Fill();
            var start = _buffer.AsSpan(0, _end);
            if (start.IsEmpty)
                throw new InvalidInputException(path, "is empty; a digit CSV has one line a digit");
            if (FileSignature.DescribeBinary(start[..Math.Min(start.Length, 4096)]) is { } kind)
                throw new InvalidInputException(path, $"is {kind}, not CSV{WhatToDo(kind)}");
            SkipByteOrderMark();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The number of the line last read, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>
    /// Reads the next line, without its end: LF, CRLF, CR alone, or CR CR LF, which Python writes on Windows. It is valid
    /// until the next call.
    /// </summary>
    /// <exception cref="InvalidInputException">The line is far too long.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (!FindEnd(out var length, out var endLength))
        {
            Fill();
            if (!FindEnd(out length, out endLength) && !_atEnd)
            {
                throw new InvalidInputException(
                    _path, $"the line is longer than {_buffer.Length} bytes, so this is not a digit CSV", LineNumber + 1);
            }
        }

        if (_start == _end)
        {
            line = default;
            return false;
        }

        line = _buffer.AsSpan(_start, length);
        _start += length + endLength;
        LineNumber++;
        return true;
    }

    /// <summary>Goes back to the first line.</summary>
    public void Restart()
    {
        _stream.Position = 0;
        (_start, _end, _atEnd, LineNumber) = (0, 0, false, 0);
        Fill();
        SkipByteOrderMark();
    }

    /// <summary>Goes to a line, so that it is the next to be read.</summary>
    /// <param name="line">Its number, from 1.</param>
    /// <exception cref="InvalidInputException">A line before it is far too long.</exception>
    public void GoTo(long line)
    {
        Restart();
        while (LineNumber < line - 1)
            TryRead(out _);
    }

    public void Dispose()
    {
        _stream.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    /// <returns>Whether the buffer holds the whole line and its end, as far as the file has one.</returns>
    private bool FindEnd(out int length, out int endLength)
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
        {
            (length, endLength) = (rest.Length, 0);
            return _atEnd;
        }

        var end = rest[length..];
        endLength = end[0] == '\n' ? 1 : end.StartsWith("\r\n"u8) ? 2 : end.StartsWith("\r\r\n"u8) ? 3 : 1;
        return end[0] == '\n' || end.Length >= 3 || _atEnd;
    }

    private void SkipByteOrderMark()
    {
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            _start = 3;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < _buffer.Length && !_atEnd)
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _atEnd = read == 0;
            _end += read;
        }
    }

    private static string WhatToDo(string kind) => kind switch
    {
        "a gzip file" or "a zip file" => "; unpack it first",
        "UTF-16 text" => "; save it as UTF-8",
        "an IDX images file" or "an IDX labels file" => "; give it a name that ends in ubyte",
        _ => "; give a file with one line a digit: the label and 784 pixels, separated by commas",
    };
}
