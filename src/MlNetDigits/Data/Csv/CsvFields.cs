using System.Runtime.CompilerServices;
using System.Text;

namespace MlNetDigits;

/// <summary>A line of CSV as its fields: separated by commas, in double quotes or not, without the blanks around them.</summary>
internal static class CsvFields
{
    private const byte Quote = (byte)'"';

    /// <summary>The next field.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="at">Where the field starts, at most the line's length; then where the next one does, beyond that after the last.</param>
    /// <returns>What is in the field, without its quotes; a quote within quotes is still doubled.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> line, ref int at)
    {
        var rest = line[at..];
        var comma = rest.IndexOf((byte)',');
        var raw = comma < 0 ? rest : rest[..comma];
        var field = raw.Trim(" \t"u8);
        if (field.Length > 0 && field[0] == Quote)
        {
            var open = at + raw.IndexOf(Quote);
            if (FindClosing(line, open) is > 0 and var close && FindEnd(line, close + 1) is >= 0 and var end)
            {
                at = end + 1;
                return line[(open + 1)..close].Trim(" \t"u8);
            }
        }

        at += raw.Length + 1;
        return field;
    }

    /// <summary>The number of fields.</summary>
    public static int Count(ReadOnlySpan<byte> line)
    {
        if (!line.Contains(Quote))
            return line.Count((byte)',') + 1;
        var count = 0;
        for (var at = 0; at <= line.Length; count++)
            Next(line, ref at);
        return count;
    }

    /// <summary>The fields as text.</summary>
    public static List<string> Texts(ReadOnlySpan<byte> line)
    {
        var texts = new List<string>();
        for (var at = 0; at <= line.Length;)
            texts.Add(Encoding.UTF8.GetString(Next(line, ref at)).Replace("\"\"", "\"", StringComparison.Ordinal));
        return texts;
    }

    private static int FindClosing(ReadOnlySpan<byte> line, int open)
    {
        for (var at = open + 1; at < line.Length; at += 2)
        {
            var next = line[at..].IndexOf(Quote);
            if (next < 0)
                return -1;
            at += next;
            if (at + 1 == line.Length || line[at + 1] != Quote)
                return at;
        }

        return -1;
    }

    /// <summary>Where the comma or the end of the line is, if only blanks are before it.</summary>
    private static int FindEnd(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
            at++;
        return at == line.Length || line[at] == ',' ? at : -1;
    }
}
