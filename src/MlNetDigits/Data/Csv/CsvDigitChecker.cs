namespace MlNetDigits;

/// <summary>What a digit CSV holds.</summary>
/// <param name="Counts">How many digits.</param>
/// <param name="HasHeader">Whether the columns are named.</param>
/// <param name="Form">What was understood of it.</param>
public sealed record CsvDigitCheck(DigitCounts Counts, bool HasHeader, CsvForm Form);

/// <summary>Looks at a whole CSV file.</summary>
public static class CsvDigitChecker
{
    /// <summary>Reads a whole file once and checks every value.</summary>
    /// <param name="path">A file with one line a digit: a label and 784 pixels (0 to 255), separated by commas.
    /// Names of columns above them, numbers in quotes, blank lines, a column that numbers the digits, the head of an ARFF
    /// file and a UTF-8 byte order mark are understood.</param>
    /// <param name="options">What people say of the data that the file does not; null for nothing.</param>
    /// <returns>What the file holds; at least one digit.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read, or something in it is wrong; the message names
    /// the first such line.</exception>
    public static CsvDigitCheck Check(string path, DigitDataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new CsvDigitReader(path, options ?? DigitDataOptions.Default, wholeOnly: false, needsLabels: true);
        var counts = DigitCounts.Of(Labels(reader), options?.Classes);
        return counts.Rows == 0 ? throw NoDigits(path) : new CsvDigitCheck(counts, reader.Layout!.Top.HasHeader, CsvForm.Of(reader.Layout));
    }

    internal static InvalidInputException NoDigits(string path)
        => new(path, "has no data rows; a digit CSV has one line a digit: the label and 784 pixels");

    private static IEnumerable<byte> Labels(CsvDigitReader reader)
    {
        var row = new CsvRow();
        while (reader.TryRead(row))
            yield return row.Label;
    }
}
