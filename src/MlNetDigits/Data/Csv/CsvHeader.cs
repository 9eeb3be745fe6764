using System.Globalization;

namespace MlNetDigits;

/// <summary>Tells names of columns from a digit.</summary>
internal static class CsvHeader
{
    // Of fewer numbers that count up nobody can say more than chance.
    private const int LeastRunning = 16;

    /// <summary>Whether the first line names the columns.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number.</param>
    /// <exception cref="InvalidInputException">It is a digit that another program has made names of.</exception>
    public static bool IsHeader(string path, ReadOnlySpan<byte> line, long number)
    {
        var (words, numbers, running) = (0, 0, 0);
        var before = double.NaN;
        var startsWithWord = false;
        for (var at = 0; at <= line.Length;)
        {
            var field = CsvFields.Next(line, ref at);
            if (field.IsEmpty)
                continue;
            if (!CsvNumber.TryParse(field, out var value))
            {
                startsWithWord |= words + numbers == 0;
                words++;
                continue;
            }

            numbers++;
            running += value == before + 1 ? 1 : 0;
            before = value;
        }

        // 0, 1, 2 ... 784: a digit has no so many numbers one after the other, nor any above 255.
        if (numbers > LeastRunning && running >= numbers - 2)
            return true;
        if (words == 0 && numbers >= DigitFormat.Pixels && AreNamesOfPandas(line))
            throw new InvalidInputException(path, "the line is a digit of which pandas has made names (0, 0.1, 0.2 ...); read the file with header=None before it is written again", number);

        // A few words among numbers are mistakes in a digit.
        return words > numbers || (startsWithWord && words + numbers < DigitFormat.Pixels);
    }

    /// <summary>Whether most of a line is neither empty nor a number.</summary>
    public static bool HasMoreWords(ReadOnlySpan<byte> line)
    {
        var surplus = 0;
        for (var at = 0; at <= line.Length;)
        {
            var field = CsvFields.Next(line, ref at);
            if (!field.IsEmpty)
                surplus += CsvNumber.TryParse(field, out _) ? -1 : 1;
        }

        return surplus > 1;
    }

    /// <summary>
    /// Whether all fields differ, and the second 0 is 0.1, as pandas writes names that it has read from a digit. A digit
    /// has many pixels of the same number.
    /// </summary>
    private static bool AreNamesOfPandas(ReadOnlySpan<byte> line)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in CsvFields.Texts(line))
        {
            if (!seen.Add(text))
                return false;
        }

        return seen.Contains(0.1.ToString(CultureInfo.InvariantCulture));
    }
}
