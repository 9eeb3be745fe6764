using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Finds long, thin, nearly straight and level strokes, whatever crosses them: paths of ink from cell to cell, a cell
/// being a few columns wide and a row high, that rise or fall by no more than a row a cell.
/// </summary>
internal static class LevelLines
{
    // Of the columns of a line, how many must have no more ink than the line: elsewhere something crosses it.
    private const double LeastFree = 0.4;

    // In lengths of a line.
    private const double Thickest = 0.1;
    private const double Steepest = 0.13;
    private const double Bend = 0.03;

    /// <summary>The lines, each at least so long and at most so thick.</summary>
    public static ImmutableArray<LevelLine> Of(GreyImage ink, byte threshold, int leastLength, int mostThickness)
    {
        var size = ink.Width < 200 ? 4 : 8;
        var cells = LevelPaths.Of(ink, threshold, size);
        var paths = cells.AtLeast(Math.Max(leastLength / size, 3));
        return
        [
            .. LevelPaths.Connected(paths, cells.Columns)
                .Select(path => Line(path, size, ink, threshold))
                .OfType<LevelLine>()
                .Where(line => line.Length >= leastLength
                    && IsStraight(line)
                    && line.Thickness <= Math.Min(mostThickness, Math.Max(Thickest * line.Length, 1))),
        ];
    }

    /// <summary>The pixels of ink in a column that hang together with one row, or with one close to it.</summary>
    /// <returns>The first row and the row after the last one; both 0 if there is none.</returns>
    public static (int Top, int Bottom) RunAt(GreyImage ink, byte threshold, int column, int row, int reach)
    {
        var pixels = ink.Pixels.Span;
        var found = -1;
        for (var off = 0; off <= reach && found < 0; off++)
        {
            if (IsInk(pixels, row - off))
                found = row - off;
            else if (IsInk(pixels, row + off))
                found = row + off;
        }

        if (found < 0)
            return default;
        var (top, bottom) = (found, found + 1);
        while (IsInk(pixels, top - 1))
            top--;
        while (IsInk(pixels, bottom))
            bottom++;
        return (top, bottom);

        bool IsInk(ReadOnlySpan<byte> all, int y)
            => y >= 0 && y < ink.Height && all[(y * ink.Width) + column] >= threshold;
    }

    private static bool IsStraight(LevelLine line)
    {
        var (first, last) = (line.Middles[0], line.Middles[^1]);
        var most = (Bend * line.Length) + line.Thickness;
        return Math.Abs(last - first) <= Steepest * line.Length
            && line.Middles.Select((row, x) => Math.Abs(row - first - ((last - first) * x / line.Length))).Max() <= most;
    }

    private static LevelLine? Line(List<PathCell> path, int size, GreyImage ink, byte threshold)
    {
        var middles = Smooth(path);
        var start = path[0].Column * size;
        var length = Math.Min((path[^1].Column + 1) * size, ink.Width) - start;
        ImmutableArray<float> rows = [.. Enumerable.Range(0, length).Select(x => Between(middles, x, size))];

        int[] runs =
        [
            .. rows.Select((row, x) => RunAt(ink, threshold, start + x, (int)Math.Round(row), 2))
                .Select(run => run.Bottom - run.Top)
                .Where(run => run > 0),
        ];
        if (runs.Length == 0)
            return null;
        Array.Sort(runs);

        // What crosses a line makes it only thicker: its own thickness is that of its thinner half.
        var thickness = runs[(int)(runs.Length * 0.35)];
        var free = runs.Count(run => run <= LineClearing.Widest(thickness));
        return free < LeastFree * length ? null : Extended(new LevelLine(start, rows, thickness), size, ink, threshold);
    }

    /// <summary>The ends of a line that fill a cell only in part.</summary>
    private static LevelLine Extended(LevelLine line, int size, GreyImage ink, byte threshold)
    {
        bool IsLine(int column) => column >= 0 && column < ink.Width
            && RunAt(ink, threshold, column, (int)Math.Round(line.At(column)), 2) is var run
            && run.Bottom > run.Top && run.Bottom - run.Top <= LineClearing.Widest(line.Thickness);
        var (left, right) = (0, 0);
        while (left < size && IsLine(line.Start - left - 1))
            left++;
        while (right < size && IsLine(line.End + right))
            right++;
        return line with
        {
            Start = line.Start - left,
            Middles =
            [
                .. Enumerable.Repeat(line.Middles[0], left), .. line.Middles, .. Enumerable.Repeat(line.Middles[^1], right),
            ],
        };
    }

    /// <summary>The middle of each cell column of a path, without what sticks out.</summary>
    private static float[] Smooth(List<PathCell> path)
    {
        var (first, last) = (path[0].Column, path[^1].Column);
        var middles = new float[last - first + 1];
        Array.Fill(middles, float.NaN);
        foreach (var column in path.GroupBy(cell => cell.Column))
            middles[column.Key - first] = (float)column.Average(cell => (cell.Top + cell.Bottom - 1) / 2.0);
        for (var i = 1; i < middles.Length; i++)
        {
            if (float.IsNaN(middles[i]))
                middles[i] = middles[i - 1];
        }

        return
        [
            .. Enumerable.Range(0, middles.Length).Select(i =>
            {
                var near = middles[Math.Max(i - 3, 0)..Math.Min(i + 4, middles.Length)];
                Array.Sort(near);
                return near[near.Length / 2];
            }),
        ];
    }

    private static float Between(float[] middles, int x, int size)
    {
        var at = Math.Clamp(((x + 0.5f) / size) - 0.5f, 0, middles.Length - 1);
        var left = Math.Min((int)at, Math.Max(middles.Length - 2, 0));
        var right = Math.Min(left + 1, middles.Length - 1);
        return middles[left] + ((at - left) * (middles[right] - middles[left]));
    }
}
