using System.Collections.Immutable;
using System.Text;

namespace MlNetDigits;

/// <summary>What stands before the first digit of a CSV file.</summary>
/// <param name="FirstLine">The number of the first digit's line, from 1; null if there is none.</param>
/// <param name="HasHeader">Whether the columns are named.</param>
/// <param name="Names">Their names; empty if they are not named.</param>
/// <param name="IsArff">Whether it is the head of an ARFF file.</param>
internal sealed record CsvTop(long? FirstLine, bool HasHeader, ImmutableArray<string> Names, bool IsArff)
{
    /// <summary>Reads to the first digit.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="lines">Its lines, from the first.</param>
    /// <param name="hasHeader">Whether the first line is said to name the columns; null to find out.</param>
    /// <param name="first">The line of the first digit; valid as long as no other is read.</param>
    /// <exception cref="InvalidInputException">The fields are separated by something else than commas.</exception>
    public static CsvTop Read(string path, CsvLineReader lines, bool? hasHeader, out ReadOnlySpan<byte> first)
    {
        ImmutableArray<string> marked = [];
        while (lines.TryRead(out first))
        {
            var line = first.Trim(" \t"u8);
            if (line.IsEmpty)
                continue;
            if (hasHeader == true)
                return Below(lines, NamesOf(line), out first);
            if (hasHeader is null && line[0] == '@')
                return ReadArff(path, lines, out first);
            if (hasHeader is null && Separator(line) is { } separator)
            {
                if (separator != ',')
                    throw new InvalidInputException(path, "separate the values with commas", lines.LineNumber);
                continue;
            }

            if (hasHeader is null && IsMarked(line))
            {
                // numpy and others mark the names so. Of several such lines the last is nearest to what it names.
                marked = NamesOf(line);
                continue;
            }

            if (hasHeader is null && CsvHeader.IsHeader(path, line, lines.LineNumber))
                return Below(lines, NamesOf(line), out first);

            // A marked line that is as long as the digits names their columns; any other is a remark.
            var isHeader = marked.Length > 1 && marked.Length == CsvFields.Count(line);
            return new CsvTop(lines.LineNumber, isHeader, isHeader ? marked : [], IsArff: false);
        }

        return new CsvTop(null, HasHeader: false, [], IsArff: false);
    }

    /// <summary>Whether a line is a remark by its first characters.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> line) => line.StartsWith("#"u8) || line.StartsWith("//"u8) || line.StartsWith("%"u8);

    /// <summary>Whether a line below the head is no digit: an empty one, or a remark of an ARFF file.</summary>
    public bool IsSkipped(ReadOnlySpan<byte> line)
    {
        var text = line.Trim(" \t"u8);
        return text.IsEmpty || (IsArff && text[0] == '%');
    }

    /// <summary>The names in a line, which may be marked before its first or in the quotes of that.</summary>
    private static ImmutableArray<string> NamesOf(ReadOnlySpan<byte> line)
    {
        ImmutableArray<string> names = [.. CsvFields.Texts(line.TrimStart("#/% \t"u8))];
        return names.IsEmpty ? names : names.SetItem(0, names[0].TrimStart('#', '/', '%', ' ', '\t'));
    }

    private static CsvTop Below(CsvLineReader lines, ImmutableArray<string> names, out ReadOnlySpan<byte> first)
    {
        while (lines.TryRead(out first))
        {
            if (!first.Trim(" \t"u8).IsEmpty)
                return new CsvTop(lines.LineNumber, HasHeader: true, names, IsArff: false);
        }

        return new CsvTop(null, HasHeader: true, names, IsArff: false);
    }

    private static CsvTop ReadArff(string path, CsvLineReader lines, out ReadOnlySpan<byte> first)
    {
        lines.Restart();
        var names = ImmutableArray.CreateBuilder<string>();
        var isData = false;
        while (lines.TryRead(out first))
        {
            var line = first.Trim(" \t"u8);
            if (line.IsEmpty || line[0] == '%')
                continue;
            if (isData && line[0] == '{')
                throw new InvalidInputException(path, "the ARFF file is a sparse one, which cannot be read; save it with all values", lines.LineNumber);
            if (isData)
                return new CsvTop(lines.LineNumber, HasHeader: true, names.ToImmutable(), IsArff: true);
            if (ArffName(line) is { } name)
                names.Add(name);
            else if (StartsWith(line, "@data"u8))
                isData = true;
            else if (!StartsWith(line, "@relation"u8))
                throw new InvalidInputException(path, $"the line is {CsvText.Quote(line)}, which is neither a digit nor of the head of an ARFF file", lines.LineNumber);
        }

        return new CsvTop(null, HasHeader: true, names.ToImmutable(), IsArff: true);
    }

    /// <summary>The name of an attribute, which may be in quotes.</summary>
    private static string? ArffName(ReadOnlySpan<byte> line)
    {
        if (!StartsWith(line, "@attribute"u8))
            return null;
        var rest = line["@attribute"u8.Length..].Trim(" \t"u8);
        if (rest.IsEmpty)
            return "";
        var quote = rest[0] is (byte)'"' or (byte)'\'' ? rest[0] : (byte)0;
        var name = quote != 0 ? rest[1..] : rest;
        var end = quote != 0 ? name.IndexOf(quote) : name.IndexOfAny((byte)' ', (byte)'\t');
        return Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
    }

    private static bool StartsWith(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
        => line.Length >= word.Length && Ascii.EqualsIgnoreCase(line[..word.Length], word);

    /// <summary>Excel's own first line, <c>sep=,</c>.</summary>
    private static char? Separator(ReadOnlySpan<byte> line)
        => line.Length == 5 && StartsWith(line, "sep="u8) ? (char)line[4] : null;
}
