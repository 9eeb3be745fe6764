using System.Globalization;

namespace MlNetDigits;

/// <summary>
/// Finds the range that the pixels of a data set are in, and refuses data that is in another than what was said of it:
/// a network learns half from pixels of 0 to 1, and nobody is told.
/// </summary>
internal static class PixelRangeRule
{
    /// <summary>As many rows tell whether pictures are dark on light.</summary>
    public const int RowsToLookAt = 200;

    /// <summary>Pixels of 0 to 255 go beyond this in any picture with ink; those of the usual other ranges never do.</summary>
    public const double MostOfOtherRanges = 16;

    // Ink covers less than half of a picture, whatever is drawn. Noise of all kinds is in the middle.
    private const double MostInk = 0.63;

    /// <summary>The range of data that was looked at.</summary>
    /// <param name="said">What was said of it; null for nothing.</param>
    /// <param name="least">The least number of all pixels.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="mean">The mean of those that were looked at.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="InvalidInputException">It is in another range than 0 to 255, or dark on light, and nothing was said.</exception>
    public static PixelRange Find(PixelRange? said, double least, double most, double mean, string path) => said switch
    {
        { IsAuto: false } => said,
        null when most <= MostOfOtherRanges && least >= 0 => throw new InvalidInputException(
            path, $"has no pixel above {Text(most)}, but pixels go from 0 to 255 unless something else is said: with {Advice}"),
        null => mean <= 255 * MostInk ? PixelRange.Bytes : throw new InvalidInputException(
            path, "has light pixels for the most part, but 0 is background here and 255 is ink; turn them with --pixel-range 255..0, or say --pixel-range 255 if they are so (in code with DigitDataOptions.PixelRange)"),
        _ when least >= 0 => Turned(0, most <= 1 ? 1 : most <= MostOfOtherRanges ? MostOfOtherRanges : 255, mean),
        _ => least >= -1 && most <= 1 ? Turned(-1, 1, mean) : throw new InvalidInputException(
            path, $"has pixels from {Text(least)} to {Text(most)}, which is none of the usual ranges; say what is background and what is ink with --pixel-range {Text(least)}..{Text(most)}"),
    };

    /// <summary>What to say of pixels in another range.</summary>
    public const string Advice = "--pixel-range auto (or 1, or 16), in code with DigitDataOptions.PixelRange";

    /// <summary>Records with their pixels scaled, if something was said of their range.</summary>
    /// <param name="records">The records; none is kept once the range is known.</param>
    /// <param name="said">What was said; null for nothing.</param>
    /// <param name="path">The file of the pictures, for the message.</param>
    /// <exception cref="InvalidInputException">Raised while they are gone through: they are in another range.</exception>
    public static IEnumerable<DigitRecord> Apply(IEnumerable<DigitRecord> records, PixelRange? said, string path)
    {
        var waiting = new List<DigitRecord>();
        var (most, sum) = (0, 0L);
        var range = said is { IsAuto: false } ? said : null;
        using var rest = records.GetEnumerator();
        while (range is null && (waiting.Count < RowsToLookAt || most <= MostOfOtherRanges) && rest.MoveNext())
        {
            waiting.Add(rest.Current);
            foreach (var pixel in rest.Current.Pixels.Span)
                (most, sum) = (Math.Max(most, pixel), sum + pixel);
        }

        if (range is null && waiting.Count == 0)
            yield break;
        range ??= Find(said, least: 0, most, sum / ((double)waiting.Count * DigitFormat.Pixels), path);
        var table = Table(range);
        var number = 0L;
        foreach (var record in waiting)
            yield return Scaled(record, table, range, ++number, path);
        waiting.Clear();
        while (rest.MoveNext())
            yield return Scaled(rest.Current, table, range, ++number, path);
    }

    private static PixelRange Turned(double least, double most, double mean)
        => mean > least + ((most - least) * MostInk) ? new PixelRange(most, least) : new PixelRange(least, most);

    private static byte[]? Table(PixelRange range) => range == PixelRange.Bytes
        ? null
        : [.. Enumerable.Range(0, 256).Select(value => value >= range.Min && value <= range.Max ? (byte)range.Scale(value) : (byte)0)];

    private static DigitRecord Scaled(DigitRecord record, byte[]? table, PixelRange range, long number, string path)
    {
        if (table is null)
            return record;
        var from = record.Pixels.Span;
        var to = new byte[from.Length];
        for (var i = 0; i < to.Length; i++)
        {
            if (from[i] < range.Min || from[i] > range.Max)
                throw new InvalidInputException(path, $"pixel {i + 1} of image {number} is {from[i]}, but the pixels were said to go from {Text(range.Min)} to {Text(range.Max)}");
            to[i] = table[from[i]];
        }

        return record with { Pixels = to };
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
