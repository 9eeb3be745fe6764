using System.Globalization;
using System.Text;

namespace MlNetDigits;

/// <summary>Renders a confusion matrix as CSV (RFC 4180, with line feeds).</summary>
public static class ConfusionCsv
{
    /// <summary>A line for each true class, a column for each predicted one, and their names in the first ones.</summary>
    /// <param name="confusion">The counts.</param>
    /// <param name="cells">
    /// What stands in the cells: counts; or percentages with every digit that a <see cref="double"/> has, empty in a row
    /// that has no records.
    /// </param>
    /// <returns>
    /// Lines that end in a line feed. A name with a comma, a quotation mark or a line break is quoted.
    /// </returns>
    public static string Render(ConfusionCounts confusion, ConfusionCells cells = ConfusionCells.Counts)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        var text = new StringBuilder();
        AppendLine(text, ["true \\ predicted", .. confusion.ClassNames]);
        for (var i = 0; i < confusion.ClassNames.Length; i++)
            AppendLine(text, [confusion.ClassNames[i], .. Cells(confusion, i, cells)]);
        return text.ToString();
    }

    private static IEnumerable<string> Cells(ConfusionCounts confusion, int row, ConfusionCells cells)
        => Enumerable.Range(0, confusion.ClassNames.Length).Select(column => cells == ConfusionCells.Counts
            ? confusion.Rows[row][column].ToString(CultureInfo.InvariantCulture)
            : Percentage(confusion.Share(row, column)));

    private static string Percentage(double share)
        => double.IsNaN(share) ? "" : (100 * share).ToString("R", CultureInfo.InvariantCulture);

    private static void AppendLine(StringBuilder text, IEnumerable<string> fields)
        => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    // Blanks at an end are quoted as well, since many readers drop them otherwise.
    private static string Quoted(string field)
        => field.AsSpan().ContainsAny(",\"\r\n") || field != field.Trim()
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
