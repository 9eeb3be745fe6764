namespace MlNetDigits.Pictures;

/// <summary>Cells of one column that lie on long level paths.</summary>
/// <param name="Column">The column of cells.</param>
/// <param name="Top">The first row.</param>
/// <param name="Bottom">The row after the last one.</param>
internal readonly record struct PathCell(int Column, int Top, int Bottom);

/// <summary>How long the level paths of ink are that go through each cell.</summary>
internal sealed class LevelPaths
{
    // Of the columns of a cell, how many must have ink in the row or beside it.
    private const double Covered = 0.85;

    private readonly ushort[] _lengths;
    private readonly int _rows;

    private LevelPaths(ushort[] lengths, int columns, int rows) => (_lengths, Columns, _rows) = (lengths, columns, rows);

    /// <summary>The columns of cells.</summary>
    public int Columns { get; }

    /// <summary>Measures all paths.</summary>
    /// <param name="ink">The ink.</param>
    /// <param name="threshold">From which value on a pixel is ink.</param>
    /// <param name="size">The columns of a cell.</param>
    public static LevelPaths Of(GreyImage ink, byte threshold, int size)
    {
        var (columns, rows) = ((ink.Width + size - 1) / size, ink.Height);
        var cells = Cells(ink, threshold, size, columns);
        Close(cells, columns);
        var (before, after) = (new ushort[cells.Length], new ushort[cells.Length]);
        for (var column = 0; column < columns; column++)
            Extend(cells, before, rows, column, column - 1);
        for (var column = columns - 1; column >= 0; column--)
            Extend(cells, after, rows, column, column + 1 < columns ? column + 1 : -1);
        for (var i = 0; i < cells.Length; i++)
            before[i] = (ushort)Math.Max(before[i] + after[i] - 1, 0);
        return new LevelPaths(before, columns, rows);
    }

    /// <summary>What of each column of cells lies on paths of at least so many cells.</summary>
    public List<PathCell> AtLeast(int length)
    {
        var found = new List<PathCell>();
        for (var column = 0; column < Columns; column++)
        {
            var cells = _lengths.AsSpan(column * _rows, _rows);
            for (var y = 0; y < cells.Length; y++)
            {
                if (cells[y] < length)
                    continue;
                var top = y;
                while (y < cells.Length && cells[y] >= length)
                    y++;
                found.Add(new PathCell(column, top, y));
            }
        }

        return found;
    }

    /// <summary>The cells that hang together, each by columns; they are given by columns.</summary>
    public static IEnumerable<List<PathCell>> Connected(List<PathCell> cells, int columns)
    {
        var roots = Enumerable.Range(0, cells.Count).ToArray();
        var first = new int[columns + 1];
        for (var (column, i) = (0, 0); column <= columns; column++)
        {
            while (i < cells.Count && cells[i].Column < column)
                i++;
            first[column] = i;
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Column == 0)
                continue;
            for (var j = first[cells[i].Column - 1]; j < first[cells[i].Column]; j++)
            {
                if (cells[j].Bottom < cells[i].Top || cells[j].Top > cells[i].Bottom)
                    continue;
                var (a, b) = (Root(roots, i), Root(roots, j));
                roots[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return cells.Index().GroupBy(cell => Root(roots, cell.Index), cell => cell.Item).Select(path => path.ToList());
    }

    private static int Root(int[] roots, int i)
    {
        while (roots[i] != i)
            i = roots[i] = roots[roots[i]];
        return i;
    }

    /// <summary>Which cells are ink, column by column: thickened by a row up and down, for what is not quite level.
    /// </summary>
    private static bool[] Cells(GreyImage ink, byte threshold, int size, int columns)
    {
        var (width, height) = (ink.Width, ink.Height);
        var cells = new bool[columns * height];
        var pixels = ink.Pixels.Span;
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice(y * width, width);
            if (row.IndexOfAnyInRange(threshold, byte.MaxValue) < 0)
                continue;
            var above = y > 0 ? pixels.Slice((y - 1) * width, width) : row;
            var below = y < height - 1 ? pixels.Slice((y + 1) * width, width) : row;
            for (var column = 0; column < columns; column++)
            {
                var (start, end) = (column * size, Math.Min((column + 1) * size, width));
                var count = 0;
                for (var x = start; x < end; x++)
                    count += row[x] >= threshold || above[x] >= threshold || below[x] >= threshold ? 1 : 0;
                cells[(column * height) + y] = count >= Covered * (end - start);
            }
        }

        return cells;
    }

    /// <summary>Fills gaps of one cell.</summary>
    private static void Close(bool[] cells, int columns)
    {
        var rows = cells.Length / columns;
        for (var column = columns - 2; column > 0; column--)
        {
            var here = cells.AsSpan(column * rows, rows);
            var left = cells.AsSpan((column - 1) * rows, rows);
            var right = cells.AsSpan((column + 1) * rows, rows);
            for (var y = 0; y < rows; y++)
                here[y] |= left[y] && right[y];
        }
    }

    private static void Extend(bool[] cells, ushort[] lengths, int rows, int column, int from)
    {
        var here = lengths.AsSpan(column * rows, rows);
        var isInk = cells.AsSpan(column * rows, rows);
        if (from < 0)
        {
            for (var y = 0; y < rows; y++)
                here[y] = isInk[y] ? (ushort)1 : (ushort)0;
            return;
        }

        var there = lengths.AsSpan(from * rows, rows);
        for (var y = 0; y < rows; y++)
        {
            if (!isInk[y])
                continue;
            var longest = there[y];
            if (y > 0)
                longest = Math.Max(longest, there[y - 1]);
            if (y < rows - 1)
                longest = Math.Max(longest, there[y + 1]);
            here[y] = (ushort)(longest + 1);
        }
    }
}
