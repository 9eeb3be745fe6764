using System.Globalization;

namespace MlNetDigits;

/// <summary>Renders a confusion matrix as a Markdown table.</summary>
public static class ConfusionMarkdown
{
    /// <summary>A row for each true class, a column for each predicted one; the right answers are bold.</summary>
    /// <param name="confusion">The counts.</param>
    /// <param name="cells">
    /// What stands in the cells: counts, or percentages with one decimal ("-" in a row without records). A cell without
    /// records is left empty.
    /// </param>
    /// <returns>Lines that end in a line feed; nothing in a name can break the table.</returns>
    public static string Render(ConfusionCounts confusion, ConfusionCells cells = ConfusionCells.Counts)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        string[] names = [.. confusion.ClassNames.Select(MarkdownTable.Escape)];
        return MarkdownTable.Render(
        [
            [@"true \\ predicted", .. names],
            .. names.Select((name, i) => (string[])[Bold(name), .. names.Select((_, j) => Cell(confusion, i, j, cells))]),
        ]);
    }

    private static string Cell(ConfusionCounts confusion, int row, int column, ConfusionCells cells)
    {
        var text = (confusion.Rows[row][column], cells) switch
        {
            (_, ConfusionCells.RowPercentages) when double.IsNaN(confusion.Share(row, column)) => "-",
            (0, _) when row != column => "",
            (var count, ConfusionCells.Counts) => count.ToString(CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{100 * confusion.Share(row, column):F1}"),
        };
        return row == column && text != "-" ? Bold(text) : text;
    }

    // Four stars around nothing would be shown as they are.
    private static string Bold(string text) => text.Length == 0 ? "" : $"**{text}**";
}
