namespace MlNetDigits;

/// <summary>
/// Turns a data set from one format into the other. The digits stream through, so the size of the data does not
/// matter; if anything fails, whatever was at the new path before is untouched.
/// </summary>
public static class DigitConversion
{
    /// <summary>Writes a data set as CSV without a header.</summary>
    /// <param name="source">The data set; the pixels of a CSV file must be whole numbers.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The number of digits.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with the source.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static int ToCsv(DigitSource source, string path, DigitDataOptions? options = null)
        => CsvFile.Write(path, DigitRecords.Read(source, options), options?.Classes);

    /// <summary>Writes a data set as IDX; each file is packed if its name ends in <c>.gz</c>.</summary>
    /// <param name="source">The data set; the pixels of a CSV file must be whole numbers.</param>
    /// <param name="imagesPath">The images file to write.</param>
    /// <param name="labelsPath">The labels file to write.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The number of digits.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with the source.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static int ToIdx(DigitSource source, string imagesPath, string labelsPath, DigitDataOptions? options = null)
    {
        // An IDX file starts with the number of its records, and a packed one cannot be mended afterwards.
        var count = DigitRecords.Count(source, options).Rows;
        IdxFile.Write(imagesPath, labelsPath, count, DigitRecords.Read(source, options), options?.Classes);
        return count;
    }
}
