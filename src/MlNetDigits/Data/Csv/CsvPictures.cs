namespace MlNetDigits;

/// <summary>A picture of a CSV file that somebody asks the network about.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Label">The digit that it is, or the label of another class; null if the file does not say.</param>
/// <param name="Pixels">784 raw pixels, row by row: 0 is background, 255 is ink.</param>
public sealed record CsvPicture(long Line, byte? Label, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>What the file calls the picture, in a column of ids; null if it has none.</summary>
    public string? Id { get; init; }
}

/// <summary>Reads pictures from text, with or without labels.</summary>
public static class CsvPictures
{
    /// <summary>The pictures of a file, read as they are asked for.</summary>
    /// <param name="path">A file with one line a picture: 784 pixels, or a label beside them, separated by commas; names of
    /// columns may be above them.</param>
    /// <param name="options">What people say of the data that the file does not; null for nothing.</param>
    /// <returns>The pictures.</returns>
    /// <exception cref="InvalidInputException">Raised while the pictures are read: something is wrong with the file.
    /// </exception>
    public static IEnumerable<CsvPicture> Read(string path, DigitDataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReadLines(path, options ?? DigitDataOptions.Default);
    }

    private static IEnumerable<CsvPicture> ReadLines(string path, DigitDataOptions options)
    {
        using var reader = new CsvDigitReader(path, options, wholeOnly: false, needsLabels: false);
        var row = new CsvRow();
        while (reader.TryRead(row, keepsId: true))
        {
            yield return new CsvPicture(reader.LineNumber, reader.Layout!.Label is null ? null : row.Label, row.Pixels) { Id = reader.Id };
            row.Pixels = new byte[DigitFormat.Pixels];
        }
    }
}
