namespace MlNetDigits;

/// <summary>A pair of files that was read and checked once, and need not be unpacked again.</summary>
/// <param name="Counts">How many digits there are.</param>
/// <param name="Records">The digits: kept in memory, or read anew each time if they are many.</param>
internal sealed record CheckedIdx(DigitCounts Counts, IEnumerable<DigitRecord> Records)
{
    // 256 MB of pixels, five times MNIST. The trainer's own form of as many digits is larger.
    private const int MostKept = (256 << 20) / DigitFormat.Pixels;

    /// <summary>Reads and checks a pair of files.</summary>
    /// <param name="source">The files.</param>
    /// <param name="mostKept">The most digits to keep.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with a file.</exception>
    public static CheckedIdx Read(IdxSource source, int mostKept = MostKept)
    {
        // Asked of the header first: nothing is kept only to be thrown away.
        if (IdxFile.ClaimedCount(source) > mostKept)
            return new CheckedIdx(DigitRecords.Count(source), DigitRecords.Read(source));

        var records = IdxFile.ReadToKeep(source).ToList();
        return new CheckedIdx(DigitCounts.Of(records.Select(record => record.Label)), records);
    }
}
