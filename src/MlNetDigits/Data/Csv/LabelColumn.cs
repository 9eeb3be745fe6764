using System.Globalization;

namespace MlNetDigits;

/// <summary>Which column of a CSV file holds the labels, said outright.</summary>
public sealed record LabelColumn
{
    private const string FirstWord = "first";
    private const string LastWord = "last";
    private const string NoneWord = "none";

    private LabelColumn(string text) => Text = text;

    /// <summary>The first column.</summary>
    public static LabelColumn First { get; } = new(FirstWord);

    /// <summary>The last column.</summary>
    public static LabelColumn Last { get; } = new(LastWord);

    /// <summary>There are no labels.</summary>
    public static LabelColumn None { get; } = new(NoneWord);

    /// <summary>The word, the number or the name.</summary>
    public string Text { get; }

    /// <summary>The number of the column, from 1; null if it is not given by a number.</summary>
    public int? Number => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the column is given by its name in the header.</summary>
    public bool IsName => Number is null && Text is not (FirstWord or LastWord or NoneWord);

    /// <summary>Reads what people write.</summary>
    /// <param name="text">first, last, none, the column's number from 1, or its name in the header.</param>
    /// <returns>The column; null if it is none.</returns>
    public static LabelColumn? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var column = new LabelColumn(text.Trim());
        string[] words = [FirstWord, LastWord, NoneWord];
        return words.FirstOrDefault(word => word.Equals(column.Text, StringComparison.OrdinalIgnoreCase)) is { } word ? new(word)
            : column.Number is 0 ? null
            : column;
    }

    /// <summary>The column as people write it.</summary>
    public override string ToString() => Text;
}
