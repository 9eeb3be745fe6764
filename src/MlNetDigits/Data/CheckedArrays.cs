namespace MlNetDigits;

/// <summary>Two arrays that were read and checked once, and need not be unpacked again.</summary>
/// <param name="Counts">How many digits there are.</param>
/// <param name="Records">The digits: kept in memory, or read anew each time if they are many.</param>
internal sealed record CheckedArrays(DigitCounts Counts, IEnumerable<DigitRecord> Records)
{
    /// <summary>As many digits are kept in memory.</summary>
    // 256 MB of pixels, five times MNIST. The trainer's own form of as many digits is larger.
    internal const int MostKept = (256 << 20) / DigitFormat.Pixels;

    /// <summary>Reads and checks a data set.</summary>
    /// <param name="arrays">The arrays.</param>
    /// <param name="options">What people say of the files that they do not; null for nothing.</param>
    /// <param name="mostKept">The most digits to keep.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with a file.</exception>
    public static CheckedArrays Read(DigitArrays arrays, DigitDataOptions? options = null, int mostKept = MostKept)
    {
        var said = options ?? DigitDataOptions.Default;

        // Asked of the header first: nothing is kept only to be thrown away.
        if (arrays.ClaimedCount > mostKept)
            return new CheckedArrays(Count(arrays.Read(said), said), arrays.Read(said));

        var records = arrays.ReadToKeep(said).ToList();
        return new CheckedArrays(Count(records, said), records);
    }

    private static DigitCounts Count(IEnumerable<DigitRecord> records, DigitDataOptions options)
        => DigitCounts.Of(records.Select(record => record.Label), options.KnownClasses);
}
