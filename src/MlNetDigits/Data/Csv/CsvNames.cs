using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MlNetDigits;

/// <summary>What the names of columns tell.</summary>
internal static partial class CsvNames
{
    private static readonly string[] Labels = ["label", "labels", "class", "classes", "target", "targets", "digit", "y"];

    private static readonly string[] Ids = ["", "id", "imageid", "index", "idx", "row", "rowid", "rownames", "rownumber"];

    /// <summary>Whether a column is the labels by its name.</summary>
    public static bool IsLabel(string name) => Labels.Contains(Plain(name));

    /// <summary>Whether a column numbers the pictures by its name: pandas writes such columns, some without a name.</summary>
    public static bool IsId(string name)
        => Ids.Contains(Plain(name)) || name.Trim().StartsWith("Unnamed:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a column is the one that is meant.</summary>
    public static bool IsSame(string name, string meant)
        => string.Equals(name.Trim(), meant.Trim(), StringComparison.OrdinalIgnoreCase) || (Plain(name).Length > 0 && Plain(name) == Plain(meant));

    /// <summary>The columns that are pixels, if as many as a picture has are named by one word and a number each; else null.</summary>
    public static ImmutableHashSet<int>? Pixels(ImmutableArray<string> names)
    {
        var largest = names.Index()
            .Select(column => (column.Index, Part: NumberedTwice().Match(column.Item.Trim()) is { Success: true } twice ? twice : Numbered().Match(column.Item.Trim())))
            .Where(column => column.Part.Success)
            .GroupBy(column => column.Part.Groups["word"].Value.ToUpperInvariant(), column => column.Index)
            .MaxBy(group => group.Count());
        return largest?.Count() == DigitFormat.Pixels ? [.. largest] : null;
    }

    /// <summary>
    /// Where each pixel of the file belongs, by names such as pixel0, pixel1, pixel10 that were sorted as words; null if
    /// they tell nothing, or nothing else than their order does.
    /// </summary>
    /// <param name="names">The names of the columns of pixels, in the order of the file.</param>
    public static ImmutableArray<int>? Order(IReadOnlyList<string> names)
    {
        var parts = names.Select(name => Numbered().Match(name.Trim())).ToArray();
        if (!parts.All(part => part.Success) || parts.DistinctBy(part => part.Groups["word"].Value.ToUpperInvariant()).Count() > 1)
            return null;
        int[] numbers = [.. parts.Select(part => int.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture))];
        if (numbers.Distinct().Count() < numbers.Length || numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second))
            return null;
        var ranks = numbers.Order().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return [.. numbers.Select(number => ranks[number])];
    }

    private static string Plain(string name)
        => string.Concat(name.Where(character => char.IsLetterOrDigit(character) || character > '\u007F')).ToLowerInvariant();

    [GeneratedRegex(@"^(?<word>.*?)(?<number>[0-9]{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<word>[^0-9]*)[0-9]{1,4}[^0-9][0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTwice();
}
