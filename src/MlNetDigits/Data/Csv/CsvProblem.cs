using System.Globalization;

namespace MlNetDigits;

/// <summary>Says what is wrong with a line of a digit CSV.</summary>
internal static class CsvProblem
{
    private const int Fields = 1 + DigitFormat.Pixels;

    /// <summary>A line with another number of values than a digit has.</summary>
    public static string WrongCount(ReadOnlySpan<byte> line)
    {
        var found = CsvFields.Count(line);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"expected {Fields} values (a label and {DigitFormat.Pixels} pixels), found {found}{Hint(line, found)}");
    }

    /// <summary>A line with another number of values than those before it.</summary>
    public static string Ragged(ReadOnlySpan<byte> line, CsvLayout layout)
        => layout.Fields == Fields
            ? WrongCount(line)
            : string.Create(CultureInfo.InvariantCulture, $"expected {layout.Fields} values as in line {layout.FirstLine}, found {CsvFields.Count(line)}");

    /// <summary>A line that cannot be read in the midst of digits; null if there is nothing special about it.</summary>
    public static string? Special(ReadOnlySpan<byte> line)
    {
        if (CsvTop.IsMarked(line.TrimStart(" \t"u8)))
            return $"the line is a remark among the digits: {CsvText.Quote(line)}; remove it";

        // Of files put together, or shuffled with their first line.
        return CsvHeader.HasMoreWords(line) ? "the line names columns, and is among the digits; remove it" : null;
    }

    /// <summary>A value that is none of a label or a pixel; null if it is one.</summary>
    /// <param name="field">The field, without blanks around it.</param>
    /// <param name="place">Its place in the line, from 0.</param>
    /// <param name="pixel">Which pixel it is, from 0; null for the label.</param>
    /// <param name="layout">Has what the pixels go from and to, and the classes.</param>
    /// <param name="wholeOnly">Whether a pixel such as 12.5 is a problem.</param>
    /// <param name="value">The value.</param>
    public static string? OfValue(
        ReadOnlySpan<byte> field, int place, int? pixel, CsvLayout layout, bool wholeOnly, out double value)
    {
        var (range, classes) = (layout.Range, layout.Classes);
        var isNumber = CsvNumber.TryParse(field, out value);
        var isFine = isNumber && (pixel is null ? CsvColumnStats.IsLabel(value, classes) : value >= range.Min && value <= range.Max);
        if (isFine && (!wholeOnly || pixel is null || range.Scale(value) is var scaled && scaled == Math.Floor(scaled)))
            return null;

        var name = pixel is { } index ? string.Create(CultureInfo.InvariantCulture, $"pixel {index + 1} (value {place + 1} of the line)") : "the label";
        var wanted = pixel is null
            ? $"a label is a whole number from {classes}"
            : string.Create(CultureInfo.InvariantCulture, $"a pixel is a number from {range.Min} to {range.Max}");
        if (isFine)
            return $"{name} is {CsvText.Quote(field)}, but only whole pixels can be written; round it first";
        if (field.IsEmpty)
            return $"{name} is empty, but {wanted}";
        if (!isNumber)
            return $"{name} is {CsvText.Quote(field)}, not a number, but {wanted}{(field.Contains((byte)',') ? "; write decimals with a point" : "")}";
        if (pixel is null && value is >= 0 and <= byte.MaxValue && value == Math.Floor(value))
            return LabelProblem.Describe($"{name} is {CsvText.Quote(field)}", classes);
        return $"{name} is {CsvText.Quote(field)}, but {wanted}{(pixel is not null && double.IsFinite(value) ? RangeHint(value, range) : "")}";
    }

    private static string RangeHint(double value, PixelRange range) => (range == PixelRange.Bytes, value) switch
    {
        (true, < 0 and >= -1) => "; pixels from -1 to 1 are read with --pixel-range -1..1",
        (true, > 255) => "; say what full ink is with --pixel-range, such as --pixel-range 65535",
        _ => "",
    };

    private static string Hint(ReadOnlySpan<byte> line, int found)
    {
        if (found == 1)
        {
            return line.IndexOfAny((byte)';', (byte)'\t') >= 0 || line.Count((byte)' ') >= DigitFormat.Pixels - 1 ? "; separate the values with commas"
                : $": {CsvText.Quote(line)}";
        }

        if (found == DigitFormat.Pixels + DigitFormat.Classes)
            return "; a label of ten columns, one of which is 1, must be made one number first";
        var side = (int)Math.Sqrt(found);
        var isSquare = side >= 4 && side != DigitFormat.Rows && (side * side == found || side * side == found - 1);
        return isSquare
            ? string.Create(CultureInfo.InvariantCulture, $"; pictures of {side} x {side} pixels must be made {DigitFormat.Rows} x {DigitFormat.Columns} first")
            : "";
    }
}
