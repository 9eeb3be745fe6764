namespace MlNetDigits;

/// <summary>Digits as a stream of records, from whatever source.</summary>
public static class DigitRecords
{
    /// <summary>The digits of a source, read as they are asked for, each time anew.</summary>
    /// <param name="source">The files.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The digits; at least one, each with pixels of its own.</returns>
    /// <exception cref="InvalidInputException">Raised while the digits are read: something is wrong with a file, or a
    /// pixel of a CSV file is not a whole number.</exception>
    public static IEnumerable<DigitRecord> Read(DigitSource source, DigitDataOptions? options = null) => source switch
    {
        CsvSource csv => CsvFile.Read(csv, options),
        IdxSource idx => IdxFile.Read(idx, options),
        NpzSource npz => NpzFile.Read(npz, options),
        null => throw new ArgumentNullException(nameof(source)),
        _ => throw new ArgumentException($"There is no reader for {source.GetType().Name}.", nameof(source)),
    };

    /// <summary>Reads and checks a whole source, and counts its digits.</summary>
    /// <param name="source">The files.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The counts; at least one digit.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with a file.</exception>
    public static DigitCounts Count(DigitSource source, DigitDataOptions? options = null)
        => source is CsvSource csv
            ? CsvDigitChecker.Check(csv.Path, options).Counts
            : DigitCounts.Of(Read(source, options).Select(record => record.Label), options?.Classes);
}
