using System.Text;

namespace MlNetDigits.Tests.Support;

/// <summary>Reads CSV by the letter of RFC 4180, to check what was written.</summary>
internal static class Rfc4180
{
    public static string[][] Parse(string text)
    {
        var (rows, row, field, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[++i]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || text[i] is not (',' or '\n'))
            {
                field.Append(text[i]);
            }
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        Assert.True(!quoted && field.Length == 0 && row.Count == 0, "The text does not end with a whole line.");
        return [.. rows];
    }
}
