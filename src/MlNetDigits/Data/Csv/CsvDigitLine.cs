using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>One line of a digit CSV: bytes in, a label and pixels out, or a sentence on what is wrong.</summary>
internal static class CsvDigitLine
{
    public const int Fields = 1 + DigitFormat.Pixels;

    // "0,0,0,0,": four fifths of a digit is background.
    private const ulong FourZeros = 0x2C30_2C30_2C30_2C30;

    /// <summary>Parses a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="wholeOnly">Whether a pixel such as 12.5 is a problem; otherwise it is rounded down.</param>
    /// <param name="pixels">Receives the 784 pixels.</param>
    /// <param name="label">The label, 0 to 9.</param>
    /// <returns>Null, or what is wrong.</returns>
    // Optimised at once: one pass over a file is over before tiered compilation would get to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? Parse(ReadOnlySpan<byte> line, bool wholeOnly, Span<byte> pixels, out byte label)
    {
        label = 0;
        var at = 0;
        for (var field = 0; field < Fields; field++)
        {
            while (field > 0 && field + 4 < Fields && at + 8 <= line.Length
                && BinaryPrimitives.ReadUInt64LittleEndian(line[at..]) == FourZeros)
            {
                pixels.Slice(field - 1, 4).Clear();
                field += 4;
                at += 8;
            }

            var start = at;
            var value = 0;
            while (at < line.Length && at - start < 3 && (uint)(line[at] - '0') <= 9)
                value = (value * 10) + line[at++] - '0';

            var ended = at == line.Length ? field == Fields - 1 : line[at] == ',' && field < Fields - 1;
            if (!ended || at == start || value > (field == 0 ? 9 : 255))
            {
                var length = line[start..].IndexOf((byte)',');
                at = length < 0 ? line.Length : start + length;
                if ((at == line.Length) != (field == Fields - 1))
                    return Ragged(line);
                if (ParseSlowly(line[start..at], field, wholeOnly, out value) is { } problem)
                    return CountFields(line) == Fields ? problem : Ragged(line);
            }

            if (field == 0)
                label = (byte)value;
            else
                pixels[field - 1] = (byte)value;
            at++;
        }

        return null;
    }

    /// <summary>Whether text is a number for <see cref="double"/>, "NaN" and the infinities among them.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> field) => TryNumber(field, out _);

    /// <summary>The number of values of a line.</summary>
    public static int CountFields(ReadOnlySpan<byte> line) => line.Count((byte)',') + 1;

    private static string? ParseSlowly(ReadOnlySpan<byte> field, int index, bool wholeOnly, out int value)
    {
        value = 0;
        var name = index == 0 ? "the label" : $"pixel {index} (value {index + 1} of the line)";
        var wanted = index == 0 ? "a label is a whole number from 0 to 9" : "a pixel is a number from 0 to 255";
        if (field.Trim(" \t"u8).IsEmpty)
            return $"{name} is empty, but {wanted}";
        if (!TryNumber(field, out var number))
            return $"{name} is {CsvText.Quote(field)}, not a number, but {wanted}";
        if (!(number >= 0 && number <= (index == 0 ? 9 : 255)) || (index == 0 && number != Math.Floor(number)))
            return $"{name} is {CsvText.Quote(field)}, but {wanted}";
        if (wholeOnly && number != Math.Floor(number))
            return $"{name} is {CsvText.Quote(field)}, but only whole pixels can be written; round it first";

        value = (int)number;
        return null;
    }

    private static string Ragged(ReadOnlySpan<byte> line)
    {
        var found = CountFields(line);
        var hint = found > 1 ? ""
            : line.IndexOfAny((byte)';', (byte)'\t') >= 0 ? "; separate the values with commas"
            : $": {CsvText.Quote(line)}";
        return $"expected {Fields} values (a label and {DigitFormat.Pixels} pixels), found {found}{hint}";
    }

    private static bool TryNumber(ReadOnlySpan<byte> field, out double number)
    {
        var trimmed = field.Trim(" \t"u8);
        return double.TryParse(
            trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out number);
    }
}
