using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MlNetDigits.Reporting;

/// <summary>Builds <see cref="Markup"/> from an interpolated string. The compiler calls it.</summary>
[InterpolatedStringHandler]
internal ref struct MarkupHandler
{
    private readonly StringBuilder _text;

    /// <summary>Begins.</summary>
    /// <param name="literalLength">The letters that are written out.</param>
    /// <param name="formattedCount">The values in braces.</param>
    public MarkupHandler(int literalLength, int formattedCount) => _text = new(literalLength + (16 * formattedCount));

    /// <summary>What has been built.</summary>
    public readonly string Text => _text.ToString();

    /// <summary>HTML that is written out in the source.</summary>
    public readonly void AppendLiteral(string html) => _text.Append(html);

    /// <summary>Markup, as it is.</summary>
    public readonly void AppendFormatted(Markup markup) => _text.Append(markup);

    /// <summary>Pieces of markup, as they are.</summary>
    public readonly void AppendFormatted(IEnumerable<Markup> pieces) => _text.Append(Markup.Join(pieces));

    /// <summary>A whole number, without separators.</summary>
    public readonly void AppendFormatted(long number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Text, escaped for use between tags and in quoted attributes.</summary>
    public readonly void AppendFormatted(string? text)
    {
        // Half a surrogate pair comes as U+FFFD.
        foreach (var letter in (text ?? "").EnumerateRunes())
        {
            _ = letter.Value switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                '\t' or '\n' or '\r' => _text.Append((char)letter.Value),
                _ when IsForbidden(letter) => _text.Append(Rune.ReplacementChar),
                _ => _text.Append(letter),
            };
        }
    }

    /// <summary>Whether a letter is allowed in a page in no form: control codes and what is no letter in any script.</summary>
    private static bool IsForbidden(Rune letter) => Rune.IsControl(letter) || (letter.Value & 0xFFFE) == 0xFFFE;
}
