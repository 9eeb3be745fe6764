using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Joins the parts of a digit that do not touch: the loose bar of a 5, a 4 or an 8 with gaps.</summary>
internal static class StrokeJoining
{
    // All in heights of a digit: the size that the parts may have together,
    private const double Widest = 1.2;
    private const double Tallest = 1.4;
    private const double TallestStacked = 1.25;
    private const double WidestOfHalves = 0.9;

    // the height of what is too small for a digit of its own,
    private const double FragmentHeight = 0.65;

    // and how much paper there may be between the parts: one above the other, a bar beside the top, a fragment, two
    // halves.
    private const double StackedGap = 0.25;
    private const double BarGap = 0.2;
    private const double FragmentGap = 0.12;
    private const double HalvesGap = 0.05;

    /// <summary>Makes digits of patches, nearest ones first.</summary>
    /// <param name="blobs">The patches.</param>
    /// <param name="digitHeight">The usual height of a digit in pixels.</param>
    public static ImmutableArray<BlobGroup> Join(ImmutableArray<Blob> blobs, double digitHeight)
        => Join(
            blobs,
            StackedGap * digitHeight,
            (a, b, gap) => BelongTogether(a.Box, b.Box, gap / digitHeight, digitHeight));

    /// <summary>Joins all patches with no more paper than so many pixels between them.</summary>
    public static ImmutableArray<BlobGroup> JoinNear(ImmutableArray<Blob> blobs, double widestGap)
        => Join(blobs, widestGap, (_, _, _) => true);

    private static ImmutableArray<BlobGroup> Join(
        ImmutableArray<Blob> blobs, double widestGap, Func<BlobGroup, BlobGroup, double, bool> belongTogether)
    {
        var groups = blobs.Select(blob => BlobGroup.Of([blob])).ToArray();
        var at = Enumerable.Range(0, groups.Length).ToArray();
        foreach (var (gap, a, b) in Near(blobs, widestGap))
        {
            var (kept, gone) = (at[a], at[b]);
            if (kept == gone || !belongTogether(groups[kept], groups[gone], gap))
                continue;

            groups[kept] = groups[kept].With(groups[gone]);
            for (var i = 0; i < at.Length; i++)
                at[i] = at[i] == gone ? kept : at[i];
        }

        return [.. at.Distinct().Select(i => groups[i])];
    }

    private static bool BelongTogether(PictureBox a, PictureBox b, double gap, double digitHeight)
    {
        var both = a.Around(b);
        var (height, width) = (both.Height / digitHeight, both.Width / digitHeight);
        if (height > Tallest || width > Widest)
            return false;

        var isStacked = a.SharedColumns(b) >= 0.4 * Math.Min(a.Width, b.Width);
        var hasBar = IsBarOf(a, b) || IsBarOf(b, a);
        var hasFragment = Math.Min(a.Height, b.Height) < FragmentHeight * digitHeight;
        return (isStacked && gap <= StackedGap && height <= TallestStacked)
            || (hasBar && gap <= BarGap && height <= TallestStacked)
            || (hasFragment && gap <= FragmentGap)
            || (gap <= HalvesGap && width <= WidestOfHalves);
    }

    /// <summary>A flat stroke beside the top of something taller, as the last stroke of a 5 is.</summary>
    private static bool IsBarOf(PictureBox bar, PictureBox body)
        => bar.Width >= 1.5 * bar.Height
            && bar.Height < 0.5 * body.Height
            && bar.Top + (bar.Height / 2.0) < body.Top + (body.Height / 3.0);

    private static IEnumerable<(double Gap, int A, int B)> Near(ImmutableArray<Blob> blobs, double widest)
    {
        var byLeft = Enumerable.Range(0, blobs.Length).OrderBy(i => blobs[i].Box.Left).ToArray();
        var near = new List<(double Gap, int A, int B)>();
        for (var i = 0; i < byLeft.Length; i++)
        {
            var a = blobs[byLeft[i]];
            var reach = a.Box.Right + widest;
            for (var j = i + 1; j < byLeft.Length && blobs[byLeft[j]].Box.Left <= reach; j++)
            {
                var b = blobs[byLeft[j]];
                if (-a.Box.SharedRows(b.Box) <= widest && Gap(a, b) is var gap && gap <= widest)
                    near.Add((gap, byLeft[i], byLeft[j]));
            }
        }

        return near.OrderBy(pair => pair.Gap);
    }

    /// <summary>The pixels of paper on the shortest way from one patch to the other.</summary>
    private static double Gap(Blob a, Blob b)
    {
        var least = long.MaxValue;
        foreach (var run in a.Runs)
        {
            foreach (var other in b.Runs)
            {
                long down = Math.Max(Math.Abs(run.Row - other.Row) - 1, 0);
                long across = Math.Max(Math.Max(run.Start, other.Start) - Math.Min(run.End, other.End), 0);
                least = Math.Min(least, (down * down) + (across * across));
            }
        }

        return Math.Sqrt(least);
    }
}
