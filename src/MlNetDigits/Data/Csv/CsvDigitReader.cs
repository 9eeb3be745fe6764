using System.Text;

namespace MlNetDigits;

/// <summary>
/// Walks over the digits of a CSV file and stops at the first thing that is wrong. It alone decides what a file says:
/// whatever reads digits from CSV reads them from here.
/// </summary>
internal sealed class CsvDigitReader : IDisposable
{
    private readonly string _path;
    private readonly CsvLineReader _lines;
    private readonly CsvRowParser? _parser;
    private readonly bool _transposes;
    private readonly CsvColumnStats? _rival;
    private readonly int _rivalPixel;
    private long _count;

    /// <summary>Opens a file and decides what its columns are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What people say of it.</param>
    /// <param name="wholeOnly">Whether a pixel such as 12.5 is a problem; otherwise it is kept as it is.</param>
    /// <param name="needsLabels">Whether a file without labels is of no use.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or nobody can say what its columns are.</exception>
    public CsvDigitReader(string path, DigitDataOptions options, bool wholeOnly, bool needsLabels)
    {
        (_path, _transposes) = (path, options.Transpose);
        _lines = new CsvLineReader(path);
        try
        {
            Layout = CsvLayoutFinder.Find(path, _lines, options);
            if (Layout is null)
                return;
            if (needsLabels && Layout.Label is null)
                throw new InvalidInputException(path, "has no column of labels, and digits without labels can only be read with 'digits predict'; if there is one, say which with --label-column", Layout.FirstLine);
            _parser = new CsvRowParser(Layout, wholeOnly);
            if (Layout.Rival is { } rival)
            {
                _rival = new CsvColumnStats(options.KnownClasses);
                _rivalPixel = Layout.PixelFields.Index().First(pixel => pixel.Item == rival).Index;
            }

            _lines.GoTo(Layout.FirstLine);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the columns are; null if there is no digit in the file.</summary>
    public CsvLayout? Layout { get; }

    /// <summary>The line of the digit last read, from 1.</summary>
    public long LineNumber => _lines.LineNumber;

    /// <summary>The text that numbers the digit last read; null if there is none. To be asked before the next is read.</summary>
    public string? Id { get; private set; }

    /// <summary>Reads the next digit; false at the end of the file.</summary>
    /// <param name="row">Is filled.</param>
    /// <param name="keepsId">Whether <see cref="Id"/> is wanted.</param>
    /// <exception cref="InvalidInputException">The line is not a digit.</exception>
    public bool TryRead(CsvRow row, bool keepsId = false)
    {
        if (Layout is null)
            return false;
        while (_lines.TryRead(out var line))
        {
            if (Layout.Top.IsSkipped(line))
                continue;
            if (_parser!.Parse(line, _count, row) is { } problem)
                throw new InvalidInputException(_path, problem, _lines.LineNumber);
            _count++;
            _rival?.Add(row.IsWhole ? row.Pixels[_rivalPixel] : row.Exact[_rivalPixel]);
            if (_transposes)
            {
                PixelTranspose.InPlace<byte>(row.Pixels);
                if (!row.IsWhole)
                    PixelTranspose.InPlace<float>(row.Exact);
            }

            Id = keepsId && Layout.Skipped.Length > 0 ? Encoding.UTF8.GetString(line[row.Id]).Trim().Trim('"') : null;
            return true;
        }

        // The column was taken for pixels, since it was always the same as far as it was looked at.
        if (_rival is { CanBeLabel: true, Varies: true })
            throw new InvalidInputException(_path, $"has no names of columns, and both the first and the last of {Layout.Fields} could be the label; {CsvColumns.Advice}");
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();
}
