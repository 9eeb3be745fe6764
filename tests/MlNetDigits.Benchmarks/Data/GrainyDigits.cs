namespace MlNetDigits.Benchmarks;

/// <summary>
/// MNIST on grainy paper: no value is common enough to be a background, so that every pixel has to be worked on.
/// </summary>
internal static class GrainyDigits
{
    // Too faint to change what is learned.
    private const int LevelsOfGrain = 8;

    public static IReadOnlyList<DigitRecord> Read(string folder, int count)
        => AddGrain(DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Train)).Take(count));

    public static IReadOnlyList<DigitRecord> AddGrain(IEnumerable<DigitRecord> digits)
    {
        var random = new Random(1);
        return [.. digits.Select(record => record with { Pixels = WithGrain(record.Pixels, random) })];
    }

    private static byte[] WithGrain(ReadOnlyMemory<byte> pixels, Random random)
    {
        var grainy = pixels.ToArray();
        for (var i = 0; i < grainy.Length; i++)
            grainy[i] = Math.Max(grainy[i], (byte)random.Next(LevelsOfGrain));
        return grainy;
    }
}
