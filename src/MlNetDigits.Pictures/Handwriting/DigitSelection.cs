using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Which patches of ink are digits, and which are dust, dots, dashes and ruled lines.</summary>
internal static class DigitSelection
{
    // In heights of a digit.
    private const double Shortest = 0.35;
    private const double LeastGrowth = 1.05;
    private const double MostGrowth = 2.5;

    // In widths of a stroke.
    private const double TallestDash = 2.5;
    private const double WidestSkip = 0.75;

    /// <summary>The digits, in no order, at least one; and what else there is.</summary>
    /// <param name="marks">Patches of ink, without dust; at least one.</param>
    /// <param name="plane">Where they are.</param>
    public static DigitMarks Select(ImmutableArray<Blob> marks, InkPlane plane)
    {
        var strokes = LongLines.Remove(marks, plane);
        var kept = strokes.ToHashSet<Blob>(ReferenceEqualityComparer.Instance);
        ImmutableArray<LeftOutMark> leftOut =
            [.. marks.Where(mark => !kept.Contains(mark)).Select(mark => new LeftOutMark("line", mark.Box))];
        if (BrokenDigit.Of(strokes, plane.StrokeWidth) is { } digit)
        {
            ImmutableArray<BlobGroup> alone =
                [.. TouchingDigits.CutAlone(digit, plane.StrokeWidth).Select(part => Signs.DoubtAlone(OddShapes.Doubt(part)))];
            return new DigitMarks(alone, leftOut);
        }

        var (groups, height) = Joined(strokes, plane.StrokeWidth);
        ImmutableArray<(BlobGroup Group, string? Kind)> found =
            [.. groups.Select(group => (group, NotDigit(group, height, plane.StrokeWidth)))];
        ImmutableArray<BlobGroup> digits = [.. found.Where(mark => mark.Kind is null).Select(mark => mark.Group)];
        if (digits.IsEmpty)
            return new DigitMarks([.. groups.Select(group => Signs.DoubtAlone(OddShapes.Doubt(group)))], leftOut);

        var cut = TouchingDigits.Cut(digits, height, plane.StrokeWidth);
        return new DigitMarks(
            [.. Signs.Doubt([.. cut.Select(OddShapes.Doubt)], height)],
            [
                .. leftOut,
                .. found.Where(mark => mark.Kind is not null).Select(mark => new LeftOutMark(mark.Kind!, mark.Group.Box)),
            ]);
    }

    /// <summary>What else a group is; null if it is a digit.</summary>
    private static string? NotDigit(BlobGroup group, double height, int strokeWidth)
    {
        if (IsDash(group.Box, strokeWidth) || Signs.IsSign(group, height))
            return "sign";
        return group.Box.Height < Shortest * height ? "small mark" : null;
    }

    /// <summary>
    /// Joins the parts of digits. If most digits are in parts, their height is known only when some are joined: so
    /// first what is so near that the pen only skipped, which may also join neighbours, but these are as high; then
    /// again, as long as the height grows, but not without end.
    /// </summary>
    private static (ImmutableArray<BlobGroup> Groups, double Height) Joined(
        ImmutableArray<Blob> strokes, int strokeWidth)
    {
        var first = UsualHeight(StrokeJoining.JoinNear(strokes, WidestSkip * strokeWidth).Select(near => near.Box));
        for (var height = first; ;)
        {
            var groups = StrokeJoining.Join(strokes, height);
            var joined = UsualHeight(groups.Select(group => group.Box));
            if (joined < LeastGrowth * height || joined > MostGrowth * first)
                return (groups, height);
            height = joined;
        }
    }

    /// <summary>Without what is smaller than a dot that the pen would make.</summary>
    public static ImmutableArray<Blob> WithoutDust(ImmutableArray<Blob> blobs, int strokeWidth)
    {
        var least = Math.Max(3, strokeWidth * strokeWidth / 2);
        return [.. blobs.Where(blob => blob.Area >= least)];
    }

    /// <summary>The median height, in which a patch counts by its height: the dots of a page do not sway it.</summary>
    public static double UsualHeight(IEnumerable<PictureBox> marks)
    {
        int[] heights = [.. marks.Where(mark => mark.Width <= 2 * mark.Height).Select(mark => mark.Height).Order()];
        if (heights.Length == 0)
            return marks.Max(mark => mark.Height);

        var half = heights.Sum() / 2.0;
        var seen = 0.0;
        return heights.First(height => (seen += height) >= half);
    }

    private static bool IsDash(PictureBox box, int strokeWidth)
        => box.Width > 2 * box.Height && box.Height < TallestDash * strokeWidth;
}
