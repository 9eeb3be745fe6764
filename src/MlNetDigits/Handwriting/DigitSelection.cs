using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>Which patches of ink are digits, and which are dust, dots, dashes and ruled lines.</summary>
internal static class DigitSelection
{
    // In heights of a digit.
    private const double Shortest = 0.35;

    // In widths of a stroke.
    private const double TallestDash = 2.5;

    /// <summary>The digits, in no order; at least one.</summary>
    /// <param name="marks">Patches of ink, without dust; at least one.</param>
    /// <param name="plane">Where they are.</param>
    public static ImmutableArray<BlobGroup> Digits(ImmutableArray<Blob> marks, InkPlane plane)
    {
        var strokes = WithoutLines(marks, plane.Ink);
        var height = UsualHeight(strokes);
        var groups = StrokeJoining.Join(strokes, height);
        ImmutableArray<BlobGroup> digits =
            [.. groups.Where(group => group.Box.Height >= Shortest * height && !IsDash(group.Box, plane.StrokeWidth))];
        return digits.IsEmpty ? groups : digits;
    }

    /// <summary>Without what is smaller than a dot that the pen would make.</summary>
    public static ImmutableArray<Blob> WithoutDust(ImmutableArray<Blob> blobs, int strokeWidth)
    {
        var least = Math.Max(3, strokeWidth * strokeWidth / 2);
        return [.. blobs.Where(blob => blob.Area >= least)];
    }

    /// <summary>Without thin lines across most of the picture, unless there is nothing else.</summary>
    public static ImmutableArray<Blob> WithoutLines(ImmutableArray<Blob> blobs, GreyImage picture)
    {
        ImmutableArray<Blob> others = [.. blobs.Where(blob => !IsLine(blob, picture))];
        return others.IsEmpty ? blobs : others;
    }

    private static bool IsLine(Blob blob, GreyImage picture)
    {
        var (width, height) = (blob.Box.Width, blob.Box.Height);
        var length = Math.Max(width, height);
        return (width > 0.7 * picture.Width || height > 0.7 * picture.Height) && blob.Area < length * length / 12.0;
    }

    /// <summary>The median height, in which a patch counts by its height: the dots of a page do not sway it.</summary>
    private static double UsualHeight(ImmutableArray<Blob> marks)
    {
        int[] heights = [.. marks.Where(mark => mark.Box.Width <= 2 * mark.Box.Height)
            .Select(mark => mark.Box.Height).Order()];
        if (heights.Length == 0)
            return marks.Max(mark => mark.Box.Height);

        var half = heights.Sum() / 2.0;
        var seen = 0.0;
        return heights.First(height => (seen += height) >= half);
    }

    private static bool IsDash(PictureBox box, int strokeWidth)
        => box.Width > 2 * box.Height && box.Height < TallestDash * strokeWidth;
}
