using System.Text;

namespace MlNetDigits;

/// <summary>Renders tables as GitHub and most others read Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>A table whose first column is text and whose others are numbers.</summary>
    /// <param name="rows">The head, then the rows; each cell is Markdown.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Render(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        AppendRow(text, rows[0]);
        AppendRow(text, [.. rows[0].Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in rows.Skip(1))
            AppendRow(text, row);
        return text.ToString();
    }

    /// <summary>Text that Markdown shows as it is, on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" ").Trim())
        {
            if ("\\`*_{}[]<>|#~&!$".Contains(letter))
                escaped.Append('\\');
            escaped.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return escaped.ToString();
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells)
        => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
