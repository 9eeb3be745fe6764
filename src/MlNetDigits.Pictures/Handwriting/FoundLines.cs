using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>The lines of a picture that are no strokes of digits.</summary>
/// <param name="Grids">Those that make cells.</param>
/// <param name="Ruled">Other level ones.</param>
/// <param name="Columns">Other upright ones, found in the turned picture.</param>
internal sealed record FoundLines(
    ImmutableArray<LineGrid> Grids, ImmutableArray<LevelLine> Ruled, ImmutableArray<LevelLine> Columns)
{
    // Candidates only. In widths of a stroke, and in sides of the picture.
    private const double Shortest = 5;
    private const double ShortestOfPicture = 0.1;
    private const int ShortestPixels = 24;

    // In widths of a stroke.
    private const int Thickest = 3;
    private const int LowestDigit = 3;

    // In heights of a digit: the bars of a 7, a 5 or a 2 are shorter. Upright strokes may be digits.
    private const double Longer = 2;
    private const double LongerUpright = 2.5;

    // Where there are many marks, strokes side by side, or one over another, make short lines.
    private const int ManyMarks = 20;
    private const double LongerAmongMany = 8;

    // Of the picture's width: as ruled paper has them, one below the other.
    private const double WholeWidth = 0.9;
    private const double LongerOfMany = 1.1;
    private const int Many = 3;

    // Of the picture's height: columns, or the margin of a sheet.
    private const double MostOfHeight = 0.6;
    private const double WholeHeight = 0.97;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Grids.IsEmpty && Ruled.IsEmpty && Columns.IsEmpty;

    /// <summary>All level lines.</summary>
    public ImmutableArray<LevelLine> Level => [.. Grids.SelectMany(grid => grid.Level), .. Ruled];

    /// <summary>All upright lines.</summary>
    public ImmutableArray<LevelLine> Upright => [.. Grids.SelectMany(grid => grid.Upright), .. Columns];

    /// <summary>How thick the thickest is; 0 if there are none.</summary>
    public int Thickness => Level.Concat(Upright).Select(line => line.Thickness).DefaultIfEmpty(0).Max();

    /// <summary>Whether one goes through a box, and not only along its edge.</summary>
    public bool Cross(PictureBox box)
        => Level.Any(line => IsThrough(line, box)) || Upright.Any(line => IsThrough(line, LineGrid.Turned(box)));

    private static bool IsThrough(LevelLine line, PictureBox box)
        => line.Start < box.Right && line.End > box.Left
            && line.At(box.Left + (box.Width / 2)) is var row && row >= box.Top - 1 && row <= box.Bottom;

    /// <summary>What to say of them.</summary>
    public ImmutableArray<LeftOutMark> LeftOut =>
    [
        .. Grids.Select(grid => grid.LeftOut),
        .. Lines(Ruled.Select(line => line.Box)),
        .. Lines(Columns.Select(line => LineGrid.Turned(line.Box))),
    ];

    /// <summary>Finds what is a line for certain.</summary>
    public static FoundLines Of(InkPlane plane)
    {
        var ink = plane.Ruled;
        plane = plane with { Ink = ink };
        var least = (int)Math.Max(
            Math.Max(Shortest * plane.StrokeWidth, ShortestPixels), ShortestOfPicture * Math.Min(ink.Width, ink.Height));
        var thickest = Math.Max(Thickest * plane.StrokeWidth, 3);
        var level = LevelLines.Of(ink, plane.Threshold, least, thickest);
        var upright = LevelLines.Of(Sliding.Turned(ink), plane.Threshold, least, thickest);
        var grids = LineGrid.Of(level, upright, plane);
        var rest = grids.IsEmpty
            ? plane
            : Without(plane, [.. grids.SelectMany(grid => grid.Level)], [.. grids.SelectMany(grid => grid.Upright)]);
        return new FoundLines(
            grids,
            RuledOf([.. level.Except(grids.SelectMany(grid => grid.Level))], rest),
            ColumnsOf([.. upright.Except(grids.SelectMany(grid => grid.Upright))], rest));
    }

    /// <summary>Looks again at lines that make no cells, in ink that is told from paper better.</summary>
    public FoundLines In(InkPlane plane)
    {
        var ruled = plane with { Ink = plane.Ruled };
        var rest = Without(ruled, [.. Grids.SelectMany(grid => grid.Level)], [.. Grids.SelectMany(grid => grid.Upright)]);
        return this with { Ruled = RuledOf(Ruled, rest), Columns = ColumnsOf(Columns, rest) };
    }

    private static ImmutableArray<LevelLine> RuledOf(ImmutableArray<LevelLine> level, InkPlane plane)
    {
        if (level.IsEmpty || UsualHeight(Without(plane, level, []), out var marks) is not { } height)
            return [];

        var least = (marks >= ManyMarks ? LongerAmongMany : Longer) * height;
        bool IsWhole(LevelLine line) => line.Length >= WholeWidth * plane.Ink.Width && line.Length >= LongerOfMany * height;
        var areMany = level.Count(IsWhole) >= Many;
        return [.. level.Where(line => line.Length >= least || (areMany && IsWhole(line)))];
    }

    private static ImmutableArray<LevelLine> ColumnsOf(ImmutableArray<LevelLine> upright, InkPlane plane)
    {
        if (upright.IsEmpty || UsualHeight(Without(plane, [], upright), out _) is not { } height)
            return [];

        var least = Math.Max(MostOfHeight * plane.Ink.Height, LongerUpright * height);
        ImmutableArray<LevelLine> lines = [.. upright.Where(line => line.Length >= least)];
        return lines.Length > 1 || lines.Any(line => line.Length >= WholeHeight * plane.Ink.Height) ? lines : [];
    }

    private static InkPlane Without(InkPlane plane, ImmutableArray<LevelLine> level, ImmutableArray<LevelLine> upright)
        => plane with { Ink = LineClearing.Without(plane.Ink, plane.Threshold, level, upright) };

    /// <summary>The usual height of the marks; null if there are none that may be digits.</summary>
    private static double? UsualHeight(InkPlane plane, out int count)
    {
        var marks = DigitSelection.WithoutDust(Blobs.Of(plane), plane.StrokeWidth);
        count = marks.Length;
        return !marks.IsEmpty && DigitSelection.UsualHeight(marks.Select(mark => mark.Box)) is var height
            && height >= LowestDigit * plane.StrokeWidth ? height : null;
    }

    private static IEnumerable<LeftOutMark> Lines(IEnumerable<PictureBox> boxes)
    {
        PictureBox[] all = [.. boxes];
        if (all.Length > 0)
            yield return new LeftOutMark("line", all.Aggregate((one, other) => one.Around(other)), all.Length);
    }
}
