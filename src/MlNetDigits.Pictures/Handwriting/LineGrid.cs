using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Level and upright lines that make cells: a box, a table, squared paper.</summary>
/// <param name="Level">The level ones; at least two.</param>
/// <param name="Upright">The upright ones, found in the turned picture; at least two.</param>
internal sealed record LineGrid(ImmutableArray<LevelLine> Level, ImmutableArray<LevelLine> Upright)
{
    // A printed 8 has two cells, one above the other.
    private const int FewestCells = 3;

    // What is written in a box or two is at least so high, in heights of a cell: more than crumbs of the lines.
    private const double LeastHeight = 0.25;

    /// <summary>The cells, if no line is missing.</summary>
    public int Cells => (Level.Length - 1) * (Upright.Length - 1);

    /// <summary>The box around it.</summary>
    public PictureBox Box => Level.Select(line => line.Box)
        .Concat(Upright.Select(line => Turned(line.Box)))
        .Aggregate((one, other) => one.Around(other));

    /// <summary>Rows become columns.</summary>
    public static PictureBox Turned(PictureBox box) => new(box.Top, box.Left, box.Height, box.Width);

    /// <summary>What to say of it.</summary>
    public LeftOutMark LeftOut => new(Cells >= FewestCells ? "grid" : "frame", Box);

    /// <summary>Whether a mark is no larger than the place where two lines meet, and lies there.</summary>
    public bool IsCrumb(PictureBox mark)
    {
        var reach = 1 + LineClearing.Widest(Math.Max(Level.Max(line => line.Thickness), Upright.Max(line => line.Thickness)));
        if (Math.Max(mark.Width, mark.Height) > 2 * reach)
            return false;
        var (x, y) = (mark.Left + (mark.Width / 2), mark.Top + (mark.Height / 2));
        return Level.Any(line => x >= line.Start - reach && x < line.End + reach && Math.Abs(line.At(x) - y) <= reach)
            && Upright.Any(line => y >= line.Start - reach && y < line.End + reach && Math.Abs(line.At(y) - x) <= reach);
    }

    /// <summary>All grids that are none of a digit's own strokes.</summary>
    public static ImmutableArray<LineGrid> Of(
        ImmutableArray<LevelLine> level, ImmutableArray<LevelLine> upright, InkPlane plane)
    {
        var reach = Math.Max(8, 2 * plane.StrokeWidth);
        bool[][] meets =
        [
            .. level.Select(line => upright
                .Select(other => AreAsThick(line, other) && line.Meets(other, reach)).ToArray()),
        ];
        var (isLevelIn, isUprightIn) = Core(meets, level.Length, upright.Length);

        var grids = ImmutableArray.CreateBuilder<LineGrid>();
        while (Array.IndexOf(isLevelIn, true) is >= 0 and var seed)
        {
            var (rows, columns) = From(seed, meets, isLevelIn, isUprightIn);
            foreach (var row in rows)
                isLevelIn[row] = false;
            if (rows.Count >= 2 && columns.Count >= 2)
                grids.Add(new LineGrid([.. rows.Select(i => level[i])], [.. columns.Select(i => upright[i])]));
        }

        ImmutableArray<LineGrid> small = [.. grids.Where(grid => grid.Cells < FewestCells)];
        if (small.IsEmpty)
            return grids.DrainToImmutable();

        var rest = plane with
        {
            Ink = LineClearing.Without(
                plane.Ink,
                plane.Threshold,
                [.. small.SelectMany(grid => grid.Level)],
                [.. small.SelectMany(grid => grid.Upright)]),
        };
        PictureBox[] marks = [.. DigitSelection.WithoutDust(Blobs.Of(rest), rest.StrokeWidth).Select(blob => blob.Box)];
        return [.. grids.Where(grid => grid.Cells >= FewestCells || grid.HoldsSomeOf(marks))];
    }

    /// <summary>The strokes of digits on ruled paper are thicker than its lines.</summary>
    private static bool AreAsThick(LevelLine one, LevelLine other)
    {
        var (thin, thick) = (Math.Min(one.Thickness, other.Thickness), Math.Max(one.Thickness, other.Thickness));
        return thick - thin <= Math.Max(1, thin / 2);
    }

    /// <summary>The lines that meet at least two others which do so, too.</summary>
    private static (bool[] Level, bool[] Upright) Core(bool[][] meets, int levels, int uprights)
    {
        var (isLevelIn, isUprightIn) = (new bool[levels], new bool[uprights]);
        Array.Fill(isLevelIn, true);
        Array.Fill(isUprightIn, true);
        for (var changes = true; changes;)
        {
            changes = false;
            for (var i = 0; i < levels; i++)
            {
                if (isLevelIn[i] && Enumerable.Range(0, uprights).Count(j => isUprightIn[j] && meets[i][j]) < 2)
                    (isLevelIn[i], changes) = (false, true);
            }

            for (var j = 0; j < uprights; j++)
            {
                if (isUprightIn[j] && Enumerable.Range(0, levels).Count(i => isLevelIn[i] && meets[i][j]) < 2)
                    (isUprightIn[j], changes) = (false, true);
            }
        }

        return (isLevelIn, isUprightIn);
    }

    private static (SortedSet<int> Level, SortedSet<int> Upright) From(
        int seed, bool[][] meets, bool[] isLevelIn, bool[] isUprightIn)
    {
        SortedSet<int> rows = [seed];
        SortedSet<int> columns = [];
        for (var (count, before) = (1, 0); count > before;)
        {
            before = count;
            columns.UnionWith(Enumerable.Range(0, isUprightIn.Length).Where(j => isUprightIn[j] && rows.Any(i => meets[i][j])));
            rows.UnionWith(Enumerable.Range(0, isLevelIn.Length).Where(i => isLevelIn[i] && columns.Any(j => meets[i][j])));
            count = rows.Count + columns.Count;
        }

        return (rows, columns);
    }

    /// <summary>Whether something is written in a box or two, which may be in parts.</summary>
    private bool HoldsSomeOf(PictureBox[] marks)
    {
        var (box, cell) = (Box, Box.Height / (double)(Level.Length - 1));
        PictureBox[] inside =
        [
            .. marks.Where(mark => mark.SharedColumns(box) == mark.Width
                && mark.SharedRows(box) == mark.Height
                && !IsCrumb(mark)),
        ];
        return inside.Length > 0 && inside.Aggregate((one, other) => one.Around(other)).Height >= LeastHeight * cell;
    }
}
