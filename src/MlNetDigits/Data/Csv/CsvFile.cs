using System.Buffers.Text;

namespace MlNetDigits;

/// <summary>
/// Reads and writes digits as text, one line each: the label and 784 pixels, separated by commas. What is read may have
/// the label elsewhere, and names of columns above it.
/// </summary>
public static class CsvFile
{
    // 785 numbers of at most three digits, each with a comma or the line feed.
    private const int LongestLine = (1 + DigitFormat.Pixels) * 4;

    /// <summary>The digits of a file, read as they are asked for, each time anew.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">What people say of the data that the file does not; null for nothing.</param>
    /// <returns>The digits; at least one, each with pixels of its own.</returns>
    /// <exception cref="InvalidInputException">Raised while the digits are read: the file cannot be read, a line is
    /// wrong, or a pixel is not a whole number.</exception>
    public static IEnumerable<DigitRecord> Read(CsvSource source, DigitDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadRecords(source.Path, options ?? DigitDataOptions.Default);
    }

    /// <summary>Writes a file without a header, its lines ended by a line feed. If anything fails, whatever was there
    /// before is untouched.</summary>
    /// <param name="path">The file.</param>
    /// <param name="records">The digits.</param>
    /// <param name="classes">The classes that they may be of; null for the ten digits.</param>
    /// <returns>The number of digits written.</returns>
    /// <exception cref="ArgumentException">A digit has not 784 pixels, or the label of no class.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static int Write(string path, IEnumerable<DigitRecord> records, DigitClasses? classes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(records);
        var written = 0;
        AtomicFile.Write(path, file =>
        {
            using var buffered = new BufferedStream(file, 1 << 16);
            var line = new byte[LongestLine];
            foreach (var record in records)
            {
                record.Check(++written, classes ?? DigitClasses.Digits);
                buffered.Write(line, 0, Format(record, line));
            }
        });
        return written;
    }

    private static int Format(DigitRecord record, Span<byte> line)
    {
        Utf8Formatter.TryFormat(record.Label, line, out var at);
        foreach (var pixel in record.Pixels.Span)
        {
            line[at++] = (byte)',';
            Utf8Formatter.TryFormat(pixel, line[at..], out var length);
            at += length;
        }

        line[at++] = (byte)'\n';
        return at;
    }

    private static IEnumerable<DigitRecord> ReadRecords(string path, DigitDataOptions options)
    {
        using var reader = new CsvDigitReader(path, options, wholeOnly: true, needsLabels: true);
        var row = new CsvRow();
        var found = false;
        while (reader.TryRead(row))
        {
            found = true;
            yield return new DigitRecord(row.Label, row.Pixels);
            row.Pixels = new byte[DigitFormat.Pixels];
        }

        if (!found)
            throw CsvDigitChecker.NoDigits(path);
    }
}
