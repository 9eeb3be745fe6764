using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What the columns of a file are before their numbers have been looked at.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Label">The label; null if it is one of <paramref name="First"/> and <paramref name="Last"/>, or if there is none.</param>
/// <param name="Skipped">The columns that only number the digits.</param>
/// <param name="First">The first column that could be the label; null if that is decided.</param>
/// <param name="Last">The last.</param>
/// <param name="Counting">A column that must count up, since nothing else tells that it is no pixel; null for none.</param>
internal sealed record CsvColumns(
    int Count, int? Label, ImmutableArray<int> Skipped, int? First, int? Last, int? Counting)
{
    /// <summary>Whether their numbers have to tell what they are.</summary>
    public bool IsUndecided => First is not null || Counting is not null;

    /// <summary>The columns whose numbers tell it: the outer ones, and those beside them.</summary>
    public IEnumerable<int> Candidates => (First is { } first ? [first, first + 1, Last!.Value - 1, Last.Value] : Array.Empty<int>())
        .Concat(Counting is { } counting ? [counting] : []);

    /// <summary>The columns that are pixels whatever the numbers say.</summary>
    public IEnumerable<int> SurePixels => Enumerable.Range(0, Count)
        .Where(column => column != Label && column != First && column != Last && column != Counting && !Skipped.Contains(column));

    /// <summary>Finds out what can be without looking at numbers.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="count">How many columns there are.</param>
    /// <param name="names">Their names; empty if they have none.</param>
    /// <param name="said">Which is said to be the label; null if nothing is said.</param>
    /// <returns>The columns; null if there are too few or too many.</returns>
    /// <exception cref="InvalidInputException">What is said is not so, or the names tell two things.</exception>
    public static CsvColumns? Of(string path, int count, ImmutableArray<string> names, LabelColumn? said)
    {
        var pixels = CsvNames.Pixels(names);
        var label = said is null ? ByName(path, names, pixels) : BySaying(path, count, names, said);
        var surplus = count - DigitFormat.Pixels - (label is null ? 0 : 1);
        int[] ids = [.. names.Index().Where(column => column.Index != label && IsNoPixel(column)).Select(column => column.Index)];
        if (surplus < 0)
            return null;
        if (surplus == 0)
            return new CsvColumns(count, label, [], null, null, null);

        // Without the ids there is one column left for the label, or none.
        if (ids.Length == surplus)
            return new CsvColumns(count, label, [.. ids], null, null, null);
        if (label is not null || said == LabelColumn.None)
        {
            // The one beside 784 pixels that follow one another.
            var counting = label == 0 ? 1 : 0;
            return surplus == 1 && ids.Length == 0 ? new CsvColumns(count, label, [counting], null, null, counting) : null;
        }

        if (ids.Length == surplus - 1)
        {
            int[] others = [.. Enumerable.Range(0, count).Except(ids)];
            return new CsvColumns(count, null, [.. ids], others[0], others[^1], null);
        }

        return surplus == 2 && ids.Length == 0 ? new CsvColumns(count, null, [0], 1, count - 1, 0) : null;

        bool IsNoPixel((int Index, string Name) column) => pixels is null
            ? CsvNames.IsId(column.Name) || (said == LabelColumn.None && CsvNames.IsLabel(column.Name))
            : !pixels.Contains(column.Index);
    }

    private static int? ByName(string path, ImmutableArray<string> names, ImmutableHashSet<int>? pixels)
    {
        (int Index, string Name)[] labels = [.. names.Index().Where(column => CsvNames.IsLabel(column.Item))];
        if (labels is [var only])
            return only.Index;

        // The only column that is named otherwise than the pixels.
        int[] others = labels.Length > 0 || pixels is null ? [] : [.. names.Index().Where(column => !pixels.Contains(column.Index) && !CsvNames.IsId(column.Item)).Select(column => column.Index)];
        return labels.Length == 0
            ? others is [var other] ? other : null
            : throw new InvalidInputException(
                path, $"has {labels.Length} columns that can be the label ({string.Join(", ", labels.Select(label => $"'{label.Name.Trim()}'"))}); {Advice}");
    }

    private static int? BySaying(string path, int count, ImmutableArray<string> names, LabelColumn said)
    {
        if (said == LabelColumn.None)
            return null;
        if (said == LabelColumn.First)
            return 0;
        if (said == LabelColumn.Last)
            return count - 1;
        if (said.Number is { } number)
            return number <= count ? number - 1 : throw new InvalidInputException(path, $"has {count} columns, so the label cannot be in column {number}");

        int[] found = [.. names.Index().Where(column => CsvNames.IsSame(column.Item, said.Text)).Select(column => column.Index)];
        return found is [var only] ? only : throw new InvalidInputException(
            path, names.IsEmpty ? $"has no names of columns, so there is no '{said.Text}'; give the label's column by its number, or as first or last"
                : $"has {(found.Length == 0 ? "no column" : $"{found.Length} columns")} of the name '{said.Text}'; give the label's column by its number, from 1");
    }

    /// <summary>How people say what cannot be found out.</summary>
    public const string Advice = "say which column is the label with --label-column (its name, its number, first, last or none), in code with DigitDataOptions.LabelColumn";
}
