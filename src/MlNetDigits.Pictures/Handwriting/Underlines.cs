using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Tells lines that are drawn under digits from the base of a 2 that does not touch the rest.</summary>
internal static class Underlines
{
    // In degrees and lengths: how level and thin it is.
    private const double Level = 75;
    private const double Thickest = 0.12;

    // In widths of what is above.
    private const double WiderThanOne = 1.25;
    private const double WiderThanSeveral = 0.9;

    /// <summary>Removes them.</summary>
    /// <param name="marks">Patches of ink.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    public static (ImmutableArray<Blob> Marks, ImmutableArray<LeftOutMark> LeftOut) Remove(
        ImmutableArray<Blob> marks, int strokeWidth)
    {
        var flat = marks.Where(mark => mark.Box.Height <= Math.Max(Thickest * mark.Box.Width, 1)
            && mark.Box.Width >= 6 * strokeWidth
            && StrokeShape.Of(mark.Runs) is { IsStraight: true } stroke
            && Math.Abs(stroke.Slant) >= Level).ToArray();
        if (flat.Length == 0)
            return (marks, []);

        var high = marks.Where(mark => mark.Box.Height >= 3 * strokeWidth).ToArray();
        var lines = flat.Where(line => IsUnder(line.Box, high)).ToHashSet<Blob>(ReferenceEqualityComparer.Instance);
        return (
            [.. marks.Where(mark => !lines.Contains(mark))],
            [.. lines.Select(line => new LeftOutMark("line", line.Box))]);
    }

    private static bool IsUnder(PictureBox line, Blob[] marks)
    {
        PictureBox[] above =
        [
            .. marks.Select(mark => mark.Box).Where(mark => mark.Height >= 2 * line.Height
                && mark.SharedColumns(line) >= 0.5 * mark.Width
                && mark.Bottom <= line.Bottom
                && line.Top - mark.Bottom <= mark.Height),
        ];
        if (above.Length == 0)
            return false;

        var width = above.Max(mark => mark.Right) - above.Min(mark => mark.Left);
        var areSeveral = above.Any(one => above.Any(other => one.SharedColumns(other) < 0));
        return line.Width >= (areSeveral ? WiderThanSeveral : WiderThanOne) * width;
    }
}
