using System.Globalization;
using System.Text;

namespace MlNetDigits;

/// <summary>Shows bytes of a file in a message, however odd they are.</summary>
internal static class CsvText
{
    private const int Longest = 30;

    /// <summary>The text in single quotes, control characters escaped, no longer than a message can bear.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        // A character of UTF-8 takes at most four bytes: decoding more than this would be cut off anyway.
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Longest * 4)]);
        var shown = new StringBuilder("'");
        foreach (var character in text.Take(Longest))
        {
            if (char.IsControl(character) || char.IsSurrogate(character) || character == '\uFFFD')
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                shown.Append(character);
        }

        return shown.Append(text.Length > Longest ? "...'" : "'").ToString();
    }
}
