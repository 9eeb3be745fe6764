namespace MlNetDigits;

/// <summary>Walks over the digits of a CSV file and stops at the first thing that is wrong.</summary>
internal sealed class CsvDigitScanner : IDisposable
{
    private readonly string _path;
    private readonly CsvLineReader _lines;
    private readonly bool? _hasHeader;
    private readonly bool _wholeOnly;
    private long? _blankLine;

    public CsvDigitScanner(string path, bool? hasHeader, bool wholeOnly)
    {
        _lines = new CsvLineReader(path);
        (_path, _hasHeader, _wholeOnly) = (path, hasHeader, wholeOnly);
    }

    /// <summary>Whether the first line is a header; known once a digit has been asked for.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>Reads the next digit; false at the end of the file.</summary>
    /// <exception cref="InvalidInputException">The line is not a digit.</exception>
    public bool TryRead(Span<byte> pixels, out byte label)
    {
        label = 0;
        while (_lines.TryRead(out var line))
        {
            if (_lines.LineNumber == 1 && (HasHeader = _hasHeader ?? LooksLikeHeader(line, pixels)))
                continue;

            if (line.Trim(" \t"u8).IsEmpty)
            {
                _blankLine ??= _lines.LineNumber;
                continue;
            }

            if (_blankLine is { } blank)
                throw new InvalidInputException(_path, "the line is blank, but more data follows; remove it", blank);
            if (CsvDigitLine.Parse(line, _wholeOnly, pixels, out label) is { } problem)
                throw new InvalidInputException(_path, problem, _lines.LineNumber);
            return true;
        }

        return false;
    }

    public void Dispose() => _lines.Dispose();

    private static bool LooksLikeHeader(ReadOnlySpan<byte> line, Span<byte> pixels)
    {
        var comma = line.IndexOf((byte)',');
        var first = comma < 0 ? line : line[..comma];
        if (first.Trim(" \t"u8).IsEmpty || CsvDigitLine.IsNumber(first))
            return false;

        // A bad label before 784 good pixels is a mistake in the data. Columns that are named by numbers are not
        // taken for pixels: there are 784 of them, so some are above 255.
        var labelled = new byte[1 + line.Length - first.Length];
        labelled[0] = (byte)'0';
        line[first.Length..].CopyTo(labelled.AsSpan(1));
        return CsvDigitLine.Parse(labelled, wholeOnly: false, pixels, out _) is not null;
    }
}
