namespace MlNetDigits;

/// <summary>What a digit CSV holds.</summary>
/// <param name="Counts">How many digits.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
public sealed record CsvDigitCheck(DigitCounts Counts, bool HasHeader);

/// <summary>Notices what ML.NET's text loader passes over in silence or turns into missing values.</summary>
public static class CsvDigitChecker
{
    /// <summary>Reads a whole file once and checks every value.</summary>
    /// <param name="path">A file with one line a digit: the label (0 to 9) and 784 pixels (0 to 255), separated by
    /// commas. Blank lines at the end and a UTF-8 byte order mark are tolerated.</param>
    /// <param name="hasHeader">Whether the first line names the columns; null to find out: it does if its first value
    /// is not a number.</param>
    /// <returns>What the file holds; at least one digit.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read, or something in it is wrong; the message names
    /// the first such line.</exception>
    public static CsvDigitCheck Check(string path, bool? hasHeader = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var scanner = new CsvDigitScanner(path, hasHeader, wholeOnly: false);
        var counts = DigitCounts.Of(Labels(scanner));
        return counts.Rows == 0 ? throw NoDigits(path) : new CsvDigitCheck(counts, scanner.HasHeader);
    }

    internal static InvalidInputException NoDigits(string path)
        => new(path, "has no data rows; a digit CSV has one line a digit: the label and 784 pixels");

    private static IEnumerable<byte> Labels(CsvDigitScanner scanner)
    {
        var pixels = new byte[DigitFormat.Pixels];
        while (scanner.TryRead(pixels, out var label))
            yield return label;
    }
}
