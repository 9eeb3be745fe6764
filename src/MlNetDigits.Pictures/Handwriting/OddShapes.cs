using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>What speaks against a digit by its shape alone, whatever is beside it.</summary>
internal static class OddShapes
{
    // How much of its box the hole of a rectangle fills (of an ellipse 0.79), and how much of the whole that box.
    private const double RectangularHole = 0.9;
    private const double LeastHole = 0.55;

    // How much of its convex hull a dot fills; and how round it is.
    private const double LeastOfDot = 0.96;
    private const double Roundest = 0.7;

    // In degrees: no one leans so far.
    private const double Flat = 65;

    /// <summary>The digit, with a doubt if it looks as something else does.</summary>
    public static BlobGroup Doubt(BlobGroup digit) => digit with { Doubt = digit.Doubt ?? Describe(digit) };

    private static string? Describe(BlobGroup digit)
    {
        if (digit.Blobs is not [var mark])
            return null;
        if (IsDot(mark))
            return "may be a dot";
        if (StrokeShape.Of(mark.Runs) is { IsStraight: true } stroke && Math.Abs(stroke.Slant) > Flat)
            return "may be a dash";

        var holes = FramesAround.SizeableHoles(mark);
        return FramesAround.IsGrid(holes) ? "may be a grid" : IsRectangle(mark, holes) ? "may be a frame" : null;
    }

    private static bool IsRectangle(Blob mark, ImmutableArray<Blob> holes)
        => holes is [var hole]
            && hole.Area >= RectangularHole * hole.Box.Width * hole.Box.Height
            && hole.Box.Width >= LeastHole * mark.Box.Width
            && hole.Box.Height >= LeastHole * mark.Box.Height;

    private static bool IsDot(Blob mark)
    {
        var (longer, shorter) = (Math.Max(mark.Box.Width, mark.Box.Height), Math.Min(mark.Box.Width, mark.Box.Height));
        return shorter >= Roundest * longer && shorter > 3 && mark.Area >= LeastOfDot * ConvexHull.Area(mark.Runs);
    }
}
