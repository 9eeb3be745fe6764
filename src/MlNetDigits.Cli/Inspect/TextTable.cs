using System.Text;

namespace MlNetDigits.Cli.Inspect;

/// <summary>Rows of cells as aligned text.</summary>
internal static class TextTable
{
    /// <summary>Renders a table, as wide as its cells need.</summary>
    /// <param name="rows">The rows, all of as many cells; the first is the header.</param>
    /// <param name="leftColumns">How many of the last columns are words, aligned to the left; the others are numbers,
    /// aligned to the right.</param>
    public static string Render(IReadOnlyList<string[]> rows, int leftColumns = 0)
    {
        var columns = rows[0].Length;
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column)
                => column >= columns - leftColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
