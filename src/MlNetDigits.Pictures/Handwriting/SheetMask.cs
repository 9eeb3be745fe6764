using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>The cells of a picture that are a sheet of paper lighter than what is around it.</summary>
internal sealed class SheetMask
{
    // How straight a side is, in cells; how many sides a sheet may have that the picture cuts off; and how much of the
    // outline they are.
    private const double Straight = 1.5;
    private const int MostSides = 6;
    private const double LeastOfOutline = 0.85;

    // In cells.
    private const int DeepestNotch = 2;

    private readonly bool[] _isSheet;
    private readonly int _width;
    private readonly int _height;
    private readonly byte _desk;
    private readonly byte _paper;

    private SheetMask(bool[] isSheet, int width, byte desk, byte paper)
        => (_isSheet, _width, _height, _desk, _paper) = (isSheet, width, isSheet.Length / width, desk, paper);

    /// <summary>How much of the picture is sheet.</summary>
    public double Share => (double)_isSheet.Count(sheet => sheet) / _isSheet.Length;

    /// <summary>How much of the border of the picture is no sheet.</summary>
    public double DeskBorder
    {
        get
        {
            int[] border = [.. Enumerable.Range(0, _isSheet.Length).Where(IsBorder)];
            return (double)border.Count(cell => !_isSheet[cell]) / border.Length;
        }
    }

    /// <summary>The largest light part, with what it encloses.</summary>
    /// <param name="small">The picture, a pixel a cell.</param>
    /// <param name="leastDifference">How many grey levels the rest must be darker.</param>
    /// <returns>The sheet; null if all is about as light.</returns>
    public static SheetMask? Of(GreyImage small, int leastDifference)
    {
        var split = Split(small);
        byte[] dark = [.. small.Pixels.ToArray().Where(value => value < split).Order()];
        byte[] light = [.. small.Pixels.ToArray().Where(value => value >= split).Order()];
        if (dark.Length == 0 || light.Length == 0 || light[light.Length / 2] - dark[dark.Length / 2] < leastDifference)
            return null;

        // Dark parts that reach the border are desk, others are ink.
        var part = Parts(small, value => value < split);
        var isDesk = new bool[part.Length];
        var edges = Enumerable.Range(0, part.Length)
            .Where(cell => part[cell] >= 0 && IsBorder(cell, small.Width, part.Length)).Select(cell => part[cell]).ToHashSet();
        for (var i = 0; i < part.Length; i++)
            isDesk[i] = edges.Contains(part[i]);

        var others = Parts(new GreyImage(small.Width, small.Height, Array.ConvertAll(isDesk, desk => (byte)(desk ? 0 : 1))), value => value == 1);
        var largest = others.Where(other => other >= 0).CountBy(other => other).MaxBy(count => count.Value).Key;
        return new SheetMask(
            Array.ConvertAll(others, other => other == largest), small.Width, dark[dark.Length / 2], light[light.Length / 2]);
    }

    /// <summary>How much of the sheet is as light as paper.</summary>
    public double PaperShare(GreyImage small)
    {
        var pixels = small.Pixels.ToArray();
        var middle = (_desk + _paper) / 2;
        int[] cells = [.. Enumerable.Range(0, _isSheet.Length).Where(cell => _isSheet[cell])];
        return (double)cells.Count(cell => pixels[cell] >= middle) / cells.Length;
    }

    /// <summary>The sheet without what is so near to its edge; the border of the picture is none.</summary>
    public bool[] Shrunk(int cells) => Inner(_isSheet, cells);

    /// <summary>What is no sheet and not so near to it.</summary>
    public bool[] Outside(int cells) => Inner([.. _isSheet.Select(sheet => !sheet)], cells);

    /// <summary>
    /// For how much of the edge the picture is paper a little inside, and desk a little outside.
    /// </summary>
    public double Sharpness(GreyImage small, int cells)
    {
        var (count, sharp) = (0, 0);
        var (light, dark) = (_desk + (0.7 * (_paper - _desk)), _desk + (0.35 * (_paper - _desk)));
        var pixels = small.Pixels.Span;
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                foreach (var (right, down) in (ReadOnlySpan<(int, int)>)[(1, 0), (-1, 0), (0, 1), (0, -1)])
                {
                    if (!IsSheet(x, y) || !IsIn(x + right, y + down) || IsSheet(x + right, y + down))
                        continue;
                    var (inX, inY) = (Math.Clamp(x - (right * cells), 0, _width - 1), Math.Clamp(y - (down * cells), 0, _height - 1));
                    var (outX, outY) = (Math.Clamp(x + (right * cells), 0, _width - 1), Math.Clamp(y + (down * cells), 0, _height - 1));
                    count++;
                    sharp += pixels[(inY * _width) + inX] >= light && pixels[(outY * _width) + outX] <= dark ? 1 : 0;
                }
            }
        }

        return count == 0 ? 0 : (double)sharp / count;
    }

    /// <summary>Whether it has a few straight sides, as a sheet has that lies askew and is partly outside.</summary>
    public bool IsPolygon()
    {
        var runs = Enumerable.Range(0, _height).SelectMany(y =>
        {
            var row = _isSheet.AsSpan(y * _width, _width);
            var first = row.IndexOf(true);
            return first < 0 ? [] : new[] { new InkRun(y, first, row.LastIndexOf(true) + 1) };
        }).ToImmutableArray();
        var hull = ConvexHull.Of(runs);
        var sides = ConvexHull.Sides(hull, Straight);
        return IsFilled(hull)
            && sides.OrderDescending().Take(MostSides).Sum() >= LeastOfOutline * sides.Sum();
    }

    /// <summary>Whether nothing reaches far into it from outside, as ink does that crosses the edge of a shadow.</summary>
    private bool IsFilled((long X, long Y)[] hull)
    {
        var isIn = new bool[_isSheet.Length];
        for (var i = 0; i < isIn.Length; i++)
            isIn[i] = ConvexHull.Holds(hull, (i % _width) + 0.5, (i / _width) + 0.5);
        return !Inner(isIn, DeepestNotch).Where((isDeep, cell) => isDeep && !_isSheet[cell]).Any();
    }

    private bool IsSheet(int x, int y) => _isSheet[(y * _width) + x];

    private bool IsIn(int x, int y) => x >= 0 && y >= 0 && x < _width && y < _height;

    private bool IsBorder(int cell) => IsBorder(cell, _width, _isSheet.Length);

    private static bool IsBorder(int cell, int width, int count)
        => cell < width || cell >= count - width || cell % width == 0 || cell % width == width - 1;

    /// <summary>A part without what has something else so near.</summary>
    private bool[] Inner(bool[] part, int cells) =>
    [
        .. Enumerable.Range(0, part.Length).Select(cell =>
        {
            var (x, y) = (cell % _width, cell / _width);
            for (var row = Math.Max(y - cells, 0); row <= Math.Min(y + cells, _height - 1); row++)
            {
                for (var column = Math.Max(x - cells, 0); column <= Math.Min(x + cells, _width - 1); column++)
                {
                    if (!part[(row * _width) + column])
                        return false;
                }
            }

            return part[cell];
        }),
    ];

    /// <summary>The number of the part that each cell of some brightness belongs to; -1 for all others.</summary>
    private static int[] Parts(GreyImage small, Func<byte, bool> isIn)
    {
        var (width, pixels) = (small.Width, small.Pixels.ToArray());
        var parts = Enumerable.Repeat(-1, pixels.Length).ToArray();
        var open = new Stack<int>();
        for (var (i, number) = (0, 0); i < pixels.Length; i++)
        {
            if (parts[i] >= 0 || !isIn(pixels[i]))
                continue;
            Visit(i, number);
            while (open.TryPop(out var cell))
            {
                if (cell % width > 0)
                    Visit(cell - 1, number);
                if (cell % width < width - 1)
                    Visit(cell + 1, number);
                if (cell >= width)
                    Visit(cell - width, number);
                if (cell < pixels.Length - width)
                    Visit(cell + width, number);
            }

            number++;
        }

        return parts;

        void Visit(int cell, int number)
        {
            if (parts[cell] >= 0 || !isIn(pixels[cell]))
                return;
            parts[cell] = number;
            open.Push(cell);
        }
    }

    /// <summary>The first value of the lighter class, by Otsu's method.</summary>
    private static int Split(GreyImage small)
    {
        var histogram = new long[256];
        foreach (var value in small.Pixels.Span)
            histogram[value]++;
        var (count, sum) = ((double)small.Pixels.Length, histogram.Select((n, value) => n * (double)value).Sum());
        var (best, split, lowCount, lowSum) = (0.0, 0, 0.0, 0.0);
        for (var value = 0; value < 255; value++)
        {
            (lowCount, lowSum) = (lowCount + histogram[value], lowSum + (histogram[value] * (double)value));
            if (lowCount == 0 || lowCount == count)
                continue;
            var apart = (lowSum / lowCount) - ((sum - lowSum) / (count - lowCount));
            if (lowCount * (count - lowCount) * apart * apart is var between && between > best)
                (best, split) = (between, value + 1);
        }

        return split;
    }
}
