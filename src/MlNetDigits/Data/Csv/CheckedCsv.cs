namespace MlNetDigits;

/// <summary>A CSV file that was read and checked once, and its digits.</summary>
/// <param name="Counts">How many digits there are.</param>
/// <param name="Rows">The digits: kept in memory, or read anew each time if they are many or not whole numbers. Each row is
/// the same one, filled anew.</param>
internal sealed record CheckedCsv(DigitCounts Counts, IEnumerable<CsvRow> Rows)
{
    private const int RowsPerBlock = 256;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What people say of it.</param>
    /// <param name="mostKept">The most digits to keep.</param>
    /// <exception cref="InvalidInputException">Something is wrong with the file.</exception>
    public static CheckedCsv Read(string path, DigitDataOptions options, int mostKept = CheckedArrays.MostKept)
    {
        var labels = new List<byte>();
        List<byte[]>? blocks = [];
        foreach (var row in ReadRows(path, options))
        {
            if (!row.IsWhole || labels.Count == mostKept)
                blocks = null;
            if (labels.Count % RowsPerBlock == 0)
                blocks?.Add(GC.AllocateUninitializedArray<byte>(RowsPerBlock * DigitFormat.Pixels));
            if (blocks is not null)
                row.Pixels.CopyTo(PixelsOf(blocks, labels.Count).Span);
            labels.Add(row.Label);
        }

        if (labels.Count == 0)
            throw CsvDigitChecker.NoDigits(path);
        return new CheckedCsv(DigitCounts.Of(labels, options.Classes), blocks is null ? ReadRows(path, options) : Kept(labels, blocks));
    }

    private static IEnumerable<CsvRow> ReadRows(string path, DigitDataOptions options)
    {
        using var reader = new CsvDigitReader(path, options, wholeOnly: false, needsLabels: true);
        var row = new CsvRow();
        while (reader.TryRead(row))
            yield return row;
    }

    private static IEnumerable<CsvRow> Kept(List<byte> labels, List<byte[]> blocks)
    {
        var row = new CsvRow { IsWhole = true };
        for (var i = 0; i < labels.Count; i++)
        {
            row.Label = labels[i];
            PixelsOf(blocks, i).CopyTo(row.Pixels);
            yield return row;
        }
    }

    private static Memory<byte> PixelsOf(List<byte[]> blocks, int row)
        => blocks[row / RowsPerBlock].AsMemory(row % RowsPerBlock * DigitFormat.Pixels, DigitFormat.Pixels);
}
