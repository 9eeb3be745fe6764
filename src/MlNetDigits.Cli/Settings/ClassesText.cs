using System.Globalization;

namespace MlNetDigits.Cli.Settings;

/// <summary>Classes as they are typed and stored: a number of them, the labels from one to another, each by name, or a file.</summary>
internal static class ClassesText
{
    private const int MostLabel = byte.MaxValue;

    /// <summary>What is stored: it means the same after a mapping file has gone. Null for the ten digits.</summary>
    public static string? Of(DigitClasses? classes)
        => classes is null || classes == DigitClasses.Digits ? null
            : !classes.AreNumbers || !classes.AreInARow
                ? string.Join(',', classes.Labels.Select(label => Invariant($"{label}={Uri.EscapeDataString(classes.Names[classes.IndexOf(label)])}")))
            : classes.Labels[0] == 0 ? Invariant($"{classes.Count}")
            : Invariant($"{classes.Labels[0]}-{classes.Labels[^1]}");

    /// <summary>The classes that a text means; null for the ten digits.</summary>
    /// <exception cref="InvalidInputException">It names a file, and something is wrong with that.</exception>
    public static DigitClasses? Parse(string? text)
    {
        if (text is null)
            return null;
        var classes = Range(text) is var (first, last) ? DigitClasses.Numbered(first, last)
            : Named(text) is { } names ? DigitClasses.Named(names)
            : DigitClasses.Read(text);
        return classes == DigitClasses.Digits ? null : classes;
    }

    /// <summary>What is wrong with a text, to follow the option's name; null if nothing is, or if it names a file.</summary>
    public static string? FindProblem(string? text)
    {
        if (text is null || IsFile(text))
            return null;
        if (Range(text) is var (first, last))
        {
            return first < last && last <= MostLabel ? null
                : $"must be a number of classes from 2 to {MostLabel + 1}, labels from one to another such as 1-26, or a mapping file, not {text}.";
        }

        var names = Named(text)!;
        return names.Length >= 2 && names.All(name => name.Value.Length > 0) && names.DistinctBy(name => name.Key).Count() == names.Length
            && names.DistinctBy(name => name.Value).Count() == names.Length ? null
            : $"must give each of two or more labels a name of its own, such as 1=A,2=B, not {text}.";
    }

    /// <summary>Whether a text names a mapping file.</summary>
    public static bool IsFile(string? text) => text is not null && Range(text) is null && Named(text) is null;

    private static (int First, int Last)? Range(string text)
    {
        if (Number(text) is { } count)
            return (0, count - 1);
        string[] ends = text.Split('-');
        return ends.Length == 2 && Number(ends[0]) is { } first && Number(ends[1]) is { } last ? (first, last) : null;
    }

    private static KeyValuePair<byte, string>[]? Named(string text)
    {
        (int? Label, string Name)[] parts =
        [
            .. text.Split(',').Select(part => part.Split('=', 2))
                .Select(part => (Number(part[0]), part.Length < 2 ? "" : Uri.UnescapeDataString(part[1]).Trim())),
        ];
        return text.Contains('=', StringComparison.Ordinal) && parts.All(part => part.Label is <= MostLabel)
            ? [.. parts.Select(part => KeyValuePair.Create((byte)part.Label!.Value, part.Name))]
            : null;
    }

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
