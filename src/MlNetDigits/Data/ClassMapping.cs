using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MlNetDigits;

/// <summary>Reads what the labels of a data set are called.</summary>
internal static class ClassMapping
{
    private const int LongestFile = 1 << 16;
    private const int LongestName = 40;
    private static readonly char[] Separators = [' ', '\t', ',', ';', ':', '='];

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or something in it is wrong.</exception>
    public static DigitClasses Read(string path)
    {
        ImmutableArray<Entry> entries = [.. Lines(path).Select(line => Parse(path, line.Number, line.Text))];
        if (entries.Length < 2)
            throw new InvalidInputException(path, "names fewer than two classes; give a line to each: its label and its name, or the code of its character");

        var areCodes = entries.All(entry => CharacterOf(entry.Name) is not null);
        ImmutableArray<Entry> named = areCodes ? [.. entries.Select(entry => entry with { Name = CharacterOf(entry.Name)! })] : entries;
        foreach (var (index, entry) in named.Index())
        {
            if (named.Take(index).Any(before => before.Label == entry.Label))
                throw new InvalidInputException(path, $"label {entry.Label} is there twice; name each class once", entry.Line);
            if (named.Take(index).FirstOrDefault(before => before.Name == entry.Name) is { } same)
                throw new InvalidInputException(path, $"label {entry.Label} is called '{entry.Name}' as label {same.Label} is; call each class by a name of its own", entry.Line);
        }

        return DigitClasses.Named(named.Select(entry => KeyValuePair.Create(entry.Label, entry.Name)));
    }

    private static IEnumerable<(int Number, string Text)> Lines(string path)
        => Text(path).ReplaceLineEndings("\n").Split('\n').Index()
            .Select(line => (Number: line.Index + 1, Text: line.Item.Trim()))
            .Where(line => line.Text.Length > 0);

    private static string Text(string path)
    {
        using var file = InputFile.Open(path);
        var bytes = new byte[LongestFile + 1];
        var read = bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        if (read.Length > LongestFile || FileSignature.DescribeBinary(read) is not null)
            throw new InvalidInputException(path, "is no mapping file: that is a short text with a line a class, its label and its name");
        if (read.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            read = read[3..];
        return Encoding.UTF8.GetString(read);
    }

    private static Entry Parse(string path, int number, string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var name = digits < 0 ? "" : line[digits..].TrimStart(Separators).Trim();
        var isNumber = byte.TryParse(line.AsSpan(0, Math.Max(digits, 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var label);
        if (!isNumber || name.Length == 0 || name.Length > LongestName || name.Any(char.IsControl) || !Separators.Contains(line[digits]))
        {
            throw new InvalidInputException(
                path, $"'{(line.Length > LongestName ? line[..LongestName] + "..." : line)}' is not a label from 0 to 255 and a name of at most {LongestName} characters, such as '1 A', or the code of a character, such as '1 65'", number);
        }

        return new Entry(number, label, name);
    }

    /// <summary>The character of the first of one or more codes; null if a name is something else.</summary>
    private static string? CharacterOf(string name)
    {
        string[] codes = name.Split((char[])[' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        return codes.All(IsCode) ? ((char)int.Parse(codes[0], CultureInfo.InvariantCulture)).ToString() : null;
    }

    // Below are control characters and the blank, above are halves of characters: no data set of pictures has such.
    private static bool IsCode(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is > ' ' and < 0xD800 && !char.IsControl((char)code);

    private sealed record Entry(int Line, byte Label, string Name);
}
