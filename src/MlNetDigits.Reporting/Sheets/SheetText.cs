using System.Collections.Immutable;
using SkiaSharp;

namespace MlNetDigits.Reporting;

/// <summary>The letters of a sheet: their sizes in pixels, and text broken into lines.</summary>
/// <param name="Caption">The size of a caption's letters.</param>
/// <param name="CaptionLine">From one line of a caption to the next.</param>
/// <param name="CaptionHeight">The room of a caption, of all its lines.</param>
internal sealed record SheetText(float Caption, int CaptionLine, int CaptionHeight)
{
    /// <summary>The size of the title's letters.</summary>
    public const float Title = 19;

    /// <summary>The room of the title.</summary>
    public const int TitleLine = 26;

    /// <summary>The size of the note's letters.</summary>
    public const float Note = 13;

    /// <summary>From one line of the note to the next.</summary>
    public const int NoteLine = 18;

    /// <summary>A sheet of few small tiles is this wide, so that its title has room.</summary>
    public const int LeastWidth = 480;

    private const float SmallestCaption = 10;
    private const float LargestCaption = 14;
    private const float CaptionShare = 0.1f;

    /// <summary>The sizes for tiles that are drawn so wide.</summary>
    public static SheetText For(int cellWidth, int captionLines)
    {
        var size = Math.Clamp(cellWidth * CaptionShare, SmallestCaption, LargestCaption);
        var line = (int)Math.Ceiling(size * 1.3f);
        return new SheetText(size, line, captionLines == 0 ? 0 : (captionLines * line) + 3 + (int)(size / 3));
    }

    /// <summary>Breaks text at spaces into lines no wider than asked.</summary>
    public static ImmutableArray<string> Wrap(string text, int width)
    {
        using var font = ReportFont.Create(Note);
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && font.MeasureText(longer) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines.ToImmutable();
    }

    /// <summary>Text that is no wider than asked: what is too long ends in an ellipsis.</summary>
    public static string Cut(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
            return text;
        var length = text.Length - 1;
        while (length > 0 && font.MeasureText(text[..length] + "…") > width)
            length--;
        return text[..length] + "…";
    }
}
