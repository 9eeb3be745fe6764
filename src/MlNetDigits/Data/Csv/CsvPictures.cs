namespace MlNetDigits;

/// <summary>A picture of a CSV file that somebody asks the network about.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Label">The digit that it is; null if the file does not say.</param>
/// <param name="Pixels">784 raw pixels, row by row: 0 is background, 255 is ink.</param>
public sealed record CsvPicture(long Line, byte? Label, ReadOnlyMemory<byte> Pixels);

/// <summary>Reads pictures from text, with or without labels.</summary>
public static class CsvPictures
{
    /// <summary>The pictures of a file, read as they are asked for.</summary>
    /// <param name="path">A file with one line a picture: 784 pixels, or a label before them, separated by commas. A
    /// first line that does not begin with a number names the columns.</param>
    /// <returns>The pictures.</returns>
    /// <exception cref="InvalidInputException">Raised while the pictures are read: something is wrong with the file.
    /// </exception>
    public static IEnumerable<CsvPicture> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReadLines(path);
    }

    private static IEnumerable<CsvPicture> ReadLines(string path)
    {
        using var lines = new CsvLineReader(path);
        while (ReadOne(path, lines) is { } picture)
            yield return picture;
    }

    private static CsvPicture? ReadOne(string path, CsvLineReader lines)
    {
        while (lines.TryRead(out var line))
        {
            var isHeader = lines.LineNumber == 1 && !CsvDigitLine.IsNumber(FirstField(line));
            if (!isHeader && !line.Trim(" \t"u8).IsEmpty)
                return Parse(path, lines.LineNumber, line);
        }

        return null;
    }

    private static CsvPicture Parse(string path, long number, ReadOnlySpan<byte> line)
    {
        var isLabelled = CsvDigitLine.CountFields(line) != DigitFormat.Pixels;
        var pixels = new byte[DigitFormat.Pixels];
        if (CsvDigitLine.Parse(isLabelled ? line : [.. "0,"u8, .. line], wholeOnly: false, pixels, out var label) is not { } problem)
            return new CsvPicture(number, isLabelled ? label : null, pixels);

        // The place within the line is that of a line with a label.
        var place = problem.IndexOf(" (value ", StringComparison.Ordinal);
        throw new InvalidInputException(
            path, isLabelled || place < 0 ? problem : problem.Remove(place, problem.IndexOf(')', place) + 1 - place), number);
    }

    private static ReadOnlySpan<byte> FirstField(ReadOnlySpan<byte> line)
        => line.IndexOf((byte)',') is var comma and >= 0 ? line[..comma] : line;
}
