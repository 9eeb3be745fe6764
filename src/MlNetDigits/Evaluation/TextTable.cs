using System.Text;

namespace MlNetDigits;

/// <summary>Rows of cells as aligned text.</summary>
internal static class TextTable
{
    /// <summary>Renders a table, as wide as its cells need.</summary>
    /// <param name="cells">The rows, all of as many cells; the first is the header.</param>
    /// <param name="leftColumns">How many of the last columns are words, aligned to the left; the others are numbers,
    /// aligned to the right.</param>
    public static string Render(IReadOnlyList<string[]> cells, int leftColumns = 0)
    {
        string[][] rows = [.. cells.Select(row => row.Select(Plain).ToArray())];
        var columns = rows[0].Length;
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var padded = row.Select((cell, column)
                => column >= columns - leftColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    // A class may be called anything; a terminal would obey some of it.
    private static string Plain(string cell) => string.Concat(cell.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
