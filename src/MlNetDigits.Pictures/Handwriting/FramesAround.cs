using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Tells frames, circles and grids, which have something written in them that they do not touch, from digits.
/// </summary>
internal static class FramesAround
{
    // In heights of the hole: what is lower may be a dot in a 0. In widths of a stroke: what is higher is no dot.
    private const double HighestDot = 0.3;
    private const double HighestDotOfStroke = 4;

    // How much of its convex hull a frame fills: an outlined 6, 9 or 8 fills less.
    private const double LeastFilled = 0.9;

    // How much of the hole is filled by what is in it: more are the two outlines of a hollow 0.
    private const double MostFilled = 0.72;

    // The same by the gaps on the four sides, in heights of the hole; the outline of a digit is no box.
    private const double WidestGap = 0.185;
    private const double LeastOfBox = 0.93;

    // A 0 with a loose slash in it: how wide the 0 is in heights, how slanted the slash, and how straight.
    private const double WidestZero = 0.88;
    private const double LeastSlant = 0.25;
    private const double StraightWay = 1.35;

    // A hole of a grid, in areas of its box; and how many holes no digit has.
    private const double LeastHole = 0.003;
    private const int HolesOfGrid = 4;

    // Of a frame with a gap: its ink, in areas of its convex hull; and in how many of all directions it is around what
    // is in it.
    private const double MostInk = 0.35;
    private const double LeastSurrounded = 0.9;

    // Of an empty box: how much of it is the hole; and how much larger or smaller than others it may be.
    private const double LeastHoleOfEmpty = 0.6;
    private const double SameSize = 0.2;

    // In a large frame there may be many small marks.
    private const int ManyMarks = 3;

    /// <summary>Removes frames, also one in another.</summary>
    /// <param name="marks">Patches of ink, without dust.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    /// <returns>The other patches, and what was left out.</returns>
    public static (ImmutableArray<Blob> Marks, ImmutableArray<LeftOutMark> LeftOut) Remove(
        ImmutableArray<Blob> marks, int strokeWidth)
    {
        var leftOut = ImmutableArray.CreateBuilder<LeftOutMark>();
        for (var frames = Find(marks, strokeWidth); frames.Count > 0; frames = Find(marks, strokeWidth))
        {
            leftOut.AddRange(marks.Where(frames.ContainsKey).Select(mark => new LeftOutMark(frames[mark], mark.Box)));
            marks = [.. marks.Where(mark => !frames.ContainsKey(mark))];
        }

        var empty = Empty(marks, [.. leftOut]).ToHashSet<Blob>(ReferenceEqualityComparer.Instance);
        leftOut.AddRange(empty.Select(mark => new LeftOutMark("frame", mark.Box)));
        return ([.. marks.Where(mark => !empty.Contains(mark))], leftOut.DrainToImmutable());
    }

    private static Dictionary<Blob, string> Find(ImmutableArray<Blob> marks, int strokeWidth)
    {
        var byLeft = marks.OrderBy(mark => mark.Box.Left).ToArray();
        var frames = new Dictionary<Blob, string>(ReferenceEqualityComparer.Instance);
        foreach (var mark in marks)
        {
            var inside = Inside(mark, byLeft, strokeWidth);
            if (inside.Length > 0 && Kind(mark, inside, strokeWidth) is { } kind)
                frames.Add(mark, kind);
        }

        return frames;
    }

    /// <summary>Whether a patch with such holes has more than a digit can have.</summary>
    public static bool IsGrid(ImmutableArray<Blob> sizeableHoles) => sizeableHoles.Length >= HolesOfGrid;

    /// <summary>The holes that are more than gaps between pixels.</summary>
    public static ImmutableArray<Blob> SizeableHoles(Blob mark) => Sizeable(MarkHoles.Of(mark), mark);

    /// <summary>Boxes or circles with nothing in them, as large as others that have something.</summary>
    private static IEnumerable<Blob> Empty(ImmutableArray<Blob> marks, ImmutableArray<LeftOutMark> frames)
        => marks.Where(mark => frames.Any(frame => frame.Kind == "frame" && IsAsLarge(mark.Box, frame.Box))
            && SizeableHoles(mark) is [var hole]
            && mark.Area + hole.Area >= LeastFilled * ConvexHull.Area(mark.Runs)
            && hole.Area >= LeastHoleOfEmpty * (mark.Area + hole.Area));

    private static bool IsAsLarge(PictureBox one, PictureBox other)
        => Math.Abs(one.Width - other.Width) <= SameSize * other.Width
            && Math.Abs(one.Height - other.Height) <= SameSize * other.Height;

    private static Blob[] Inside(Blob mark, Blob[] byLeft, int strokeWidth)
    {
        var first = Array.BinarySearch(byLeft, mark, Comparer<Blob>.Create((a, b) => a.Box.Left.CompareTo(b.Box.Left)));
        return
        [
            .. byLeft.Skip(first)
                .TakeWhile(other => other.Box.Left < mark.Box.Right)
                .Where(other => other.Box.Left > mark.Box.Left
                    && other.Box.Right < mark.Box.Right
                    && other.Box.Top > mark.Box.Top
                    && other.Box.Bottom < mark.Box.Bottom
                    && other.Box.Height >= 2 * strokeWidth),
        ];
    }

    private static string? Kind(Blob mark, Blob[] inside, int strokeWidth)
    {
        var holes = MarkHoles.Of(mark);
        var hull = ConvexHull.Area(mark.Runs);
        var isWritten = inside.Select(other => (Hole: holes.IndexAt(other), Other: other))
            .Where(pair => pair.Hole >= 0)
            .GroupBy(pair => pair.Hole, pair => pair.Other)
            .Any(group => IsWriting([.. group], mark, holes.Holes[group.Key].Box, holes.Holes[group.Key].Area, strokeWidth));
        if (isWritten)
        {
            return IsGrid(Sizeable(holes, mark)) ? "grid" : mark.Area + holes.Holes.Sum(hole => hole.Area) >= LeastFilled * hull ? "frame" : null;
        }

        // The pen may have left a gap in a frame.
        var whole = BlobGroup.Of([.. inside]);
        return mark.Area <= MostInk * hull
            && holes.Holes.All(hole => hole.Area < LeastHole * hull)
            && IsWriting(inside, mark, mark.Box, hull, strokeWidth)
            && holes.Surrounded(whole.Box) >= LeastSurrounded ? "frame" : null;
    }

    /// <summary>Whether marks are digits in a frame, and no parts of a digit that the frame would be.</summary>
    private static bool IsWriting(Blob[] marks, Blob frame, PictureBox room, double area, int strokeWidth)
    {
        var whole = BlobGroup.Of([.. marks]);
        var isHigh = whole.Box.Height >= HighestDot * room.Height
            || (whole.Box.Height >= HighestDotOfStroke * strokeWidth && whole.Box.Height >= HighestDot / 2 * room.Height)
            || marks.Count(mark => mark.Box.Height >= HighestDotOfStroke * strokeWidth) >= ManyMarks;
        return isHigh
            && (marks.Length >= ManyMarks || marks.Sum(mark => ConvexHull.Area(mark.Runs)) < MostFilled * area)
            && !IsSecondOutline(whole.Box, room, area)
            && !(marks is [var only] && frame.Box.Width < WidestZero * frame.Box.Height && IsSlash(only, strokeWidth));
    }

    /// <summary>Whether marks follow the outline that they are in, as the second outline of a hollow digit does.</summary>
    private static bool IsSecondOutline(PictureBox box, PictureBox room, double area)
    {
        int[] gaps = [box.Left - room.Left, room.Right - box.Right, box.Top - room.Top, room.Bottom - box.Bottom];
        return gaps.Max() <= WidestGap * room.Height && area < LeastOfBox * room.Width * room.Height;
    }

    private static bool IsSlash(Blob mark, int strokeWidth)
    {
        var (width, height) = ((double)mark.Box.Width, mark.Box.Height);
        return width >= LeastSlant * height
            && mark.Area <= StraightWay * strokeWidth * Math.Sqrt((width * width) + ((double)height * height));
    }

    private static ImmutableArray<Blob> Sizeable(MarkHoles holes, Blob mark)
        => [.. holes.Holes.Where(hole => hole.Area >= LeastHole * mark.Box.Width * mark.Box.Height)];
}
