using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// Lines of a digit CSV: bytes in, a label and pixels out, or a sentence on what is wrong. There are two ways through a
/// line, one for what is usual, which gives up on anything else, and one for all that is allowed. Where the first does not
/// give up, both say the same.
/// </summary>
internal sealed class CsvRowParser
{
    private const int Label = -1;
    private const int Skipped = -2;
    private const int Empty = -3;

    // "0,0,0,0,": four fifths of a digit is background.
    private const ulong FourZeros = 0x2C30_2C30_2C30_2C30;

    private readonly CsvLayout _layout;
    private readonly bool _wholeOnly;
    private readonly int _firstOfRun;

    // What each field is: the place of a pixel, or one of the above.
    private readonly int[] _meanings;

    // What each number of a pixel is on the scale of 0 to 255, for whole numbers; -1 for what is none.
    private readonly short[] _scaled = new short[256];

    // Background is the same in both.
    private readonly bool _isZeroZero;

    /// <summary>Makes one for a file.</summary>
    /// <param name="layout">What the fields are.</param>
    /// <param name="wholeOnly">Whether a pixel such as 12.5 is a problem.</param>
    public CsvRowParser(CsvLayout layout, bool wholeOnly)
    {
        (_layout, _wholeOnly, _firstOfRun) = (layout, wholeOnly, layout.FirstOfRun ?? -1);
        _meanings = [.. Enumerable.Repeat(Empty, layout.Fields)];
        foreach (var (index, field) in layout.PixelFields.Index())
            _meanings[field] = layout.Order is { } order ? order[index] : index;
        foreach (var field in layout.Skipped)
            _meanings[field] = Skipped;
        if (layout.Label is { } label)
            _meanings[label] = Label;
        for (var value = 0; value < _scaled.Length; value++)
            _scaled[value] = value >= layout.Range.Min && value <= layout.Range.Max ? (short)layout.Range.Scale(value) : (short)-1;
        _isZeroZero = _scaled[0] == 0;
    }

    /// <summary>Parses a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="number">How many digits were before it in the file.</param>
    /// <param name="row">Is filled.</param>
    /// <returns>Null, or what is wrong.</returns>
    public string? Parse(ReadOnlySpan<byte> line, long number, CsvRow row)
        => _firstOfRun >= 0 && TryParseUsual(line, number, row) ? null : ParseAny(line, number, row);

    // Optimised at once: one pass over a file is over before tiered compilation would get to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryParseUsual(ReadOnlySpan<byte> line, long number, CsvRow row)
    {
        var at = 0;
        if (!TryParseOthers(line, ref at, 0, _firstOfRun, number, row))
            return false;

        var pixels = row.Pixels.AsSpan();
        for (var pixel = 0; pixel < DigitFormat.Pixels;)
        {
            while (_isZeroZero && pixel + 4 <= DigitFormat.Pixels && at + 8 <= line.Length
                && BinaryPrimitives.ReadUInt64LittleEndian(line[at..]) == FourZeros)
            {
                pixels.Slice(pixel, 4).Clear();
                pixel += 4;
                at += 8;
            }

            if (pixel == DigitFormat.Pixels)
                break;
            var start = at;
            var value = 0;
            while (at < line.Length && at - start < 3 && (uint)(line[at] - '0') <= 9)
                value = (value * 10) + line[at++] - '0';
            if (at == start || value > 255 || _scaled[value] < 0 || (at < line.Length && line[at] != ','))
                return false;
            pixels[pixel++] = (byte)_scaled[value];
            at++;
        }

        row.IsWhole = true;
        return TryParseOthers(line, ref at, _firstOfRun + DigitFormat.Pixels, _layout.Fields, number, row) && at == line.Length + 1;
    }

    private bool TryParseOthers(ReadOnlySpan<byte> line, ref int at, int from, int to, long number, CsvRow row)
    {
        for (var field = from; field < to; field++)
        {
            if (at > line.Length)
                return false;
            var start = at;
            var text = CsvFields.Next(line, ref at);
            if (_meanings[field] == Label)
            {
                if (!TryParseLabel(text, out var label))
                    return false;
                row.Label = label;
            }
            else if (FindProblemOfOther(text, field, number, row, start..(at - 1)) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryParseLabel(ReadOnlySpan<byte> text, out byte label)
    {
        var value = 0;
        foreach (var digit in text)
            value = digit is >= (byte)'0' and <= (byte)'9' && value <= byte.MaxValue ? (value * 10) + digit - '0' : int.MaxValue;
        label = (byte)value;
        return !text.IsEmpty && value <= byte.MaxValue && _layout.Classes.KeyOf(label) > 0;
    }

    private string? ParseAny(ReadOnlySpan<byte> line, long number, CsvRow row)
    {
        var field = 0;
        row.IsWhole = true;
        for (var at = 0; at <= line.Length; field++)
        {
            var start = at;
            var text = CsvFields.Next(line, ref at);
            if (field == _layout.Fields)
                return CsvProblem.Ragged(line, _layout);
            if (FindProblem(text, field, number, row, start..(at - 1)) is { } problem)
            {
                return CsvProblem.Special(line)
                    ?? (CsvFields.Count(line) == _layout.Fields ? problem : CsvProblem.Ragged(line, _layout));
            }
        }

        return field == _layout.Fields ? null : CsvProblem.Special(line) ?? CsvProblem.Ragged(line, _layout);
    }

    private string? FindProblem(ReadOnlySpan<byte> text, int field, long number, CsvRow row, Range place)
    {
        var meaning = _meanings[field];
        if (meaning < Label)
            return FindProblemOfOther(text, field, number, row, place);
        if (CsvProblem.OfValue(text, field, meaning == Label ? null : meaning, _layout, _wholeOnly, out var value) is { } problem)
            return problem;
        if (meaning == Label)
        {
            row.Label = (byte)value;
            return null;
        }

        var scaled = _layout.Range.Scale(value);
        row.Exact[meaning] = (float)scaled;
        row.Pixels[meaning] = (byte)Math.Round(scaled);
        row.IsWhole &= scaled == Math.Floor(scaled);
        return null;
    }

    private string? FindProblemOfOther(ReadOnlySpan<byte> text, int field, long number, CsvRow row, Range place)
    {
        if (_meanings[field] == Empty)
            return text.IsEmpty ? null : $"the line has a value behind its last comma, {CsvText.Quote(text)}, and the others have none";
        if (field != _layout.Skipped[0])
            return null;
        row.Id = place;
        return _layout.CountsFrom is { } from && !(CsvNumber.TryParse(text, out var value) && value == from + number)
            ? $"value {field + 1} of the line is {CsvText.Quote(text)}, but in the lines before it counts the digits, and {from + number} comes next; remove what is no pixel, or name the columns"
            : null;
    }
}
