using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Cuts apart digits that touch side by side, where a straight cut from top to bottom is plain to see.</summary>
internal static class TouchingDigits
{
    // In heights of a digit. Few digits are wider than the first, none than the second.
    private const double Widest = 1.25;
    private const double WidestByFar = 1.6;

    // What is cut off must be a digit, too.
    private const double LeastHeight = 0.6;
    private const double LeastWidth = 0.15;

    // In widths of a stroke: the ink of the column that is cut, in one place or, if it must be two digits, in several.
    private const double OneStroke = 3;
    private const double SeveralStrokes = 4;

    // In heights of two that are alone: the ink of the column between them, how far down it may begin (the foot of a
    // 6 that is open to the left is lower), how high and how wide each is at least; and from which width on they are cut
    // as those of a page are.
    private const double MostInkAlone = 0.2;
    private const double LowestInkAlone = 0.85;
    private const double LeastHeightAlone = 0.75;
    private const double LeastWidthAlone = 0.08;
    private const double SurelySeveral = 2.2;

    /// <summary>Looks at each digit of a page.</summary>
    /// <param name="digits">The digits; at least one.</param>
    /// <param name="digitHeight">The usual height of a digit in pixels.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    /// <returns>The digits, those that were cut in parts.</returns>
    public static ImmutableArray<BlobGroup> Cut(ImmutableArray<BlobGroup> digits, double digitHeight, int strokeWidth)
        => digits is [var only]
            ? CutAlone(only, strokeWidth)
            :
            [
                .. JoinedDigits.Doubt(digits)
                    .SelectMany(digit => Cut(digit, Math.Max(digitHeight, digit.Box.Height), strokeWidth)),
            ];

    /// <summary>
    /// The only digit of a picture: in two or more if it may be as many, and they touch in one place. As no other tells
    /// how wide one is, and each part would pass for some digit, an answer is not sure then.
    /// </summary>
    /// <param name="digit">The digit.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    public static ImmutableArray<BlobGroup> CutAlone(BlobGroup digit, int strokeWidth)
    {
        if (!JoinedDigits.MayBeSeveral(digit))
            return [digit];

        var (height, width) = (digit.Box.Height, digit.Box.Width);
        var (ink, places) = Columns(digit);
        var margin = Math.Max(1, (int)(LeastWidthAlone * height));
        var parts = Enumerable.Range(margin, Math.Max(width - (2 * margin), 0))
            .OrderBy(column => ink[column])
            .ThenBy(column => Math.Abs(column - (width / 2)))
            .TakeWhile(column => ink[column] <= MostInkAlone * height)
            .Where(column => places[column] == 1 && Begins(digit, column) <= LowestInkAlone * height)
            .Select(column => (Left: Part(digit, 0, column), Right: Part(digit, column, width)))
            .FirstOrDefault(
                cut => Math.Min(cut.Left.Box.Height, cut.Right.Box.Height) >= LeastHeightAlone * height);
        if (parts.Left is null)
        {
            var doubtful = digit with { Doubt = JoinedDigits.Reason };
            return width < SurelySeveral * height ? [doubtful] : Cut(doubtful, height, strokeWidth);
        }

        return
        [
            .. CutAlone(parts.Left, strokeWidth).Concat(CutAlone(parts.Right, strokeWidth))
                .Select(part => part with { Doubt = JoinedDigits.Reason }),
        ];
    }

    /// <summary>The first row of ink in a column that has some, from the top of the digit.</summary>
    private static int Begins(BlobGroup digit, int column) => Part(digit, column, column + 1).Box.Top - digit.Box.Top;

    private static ImmutableArray<BlobGroup> Cut(BlobGroup digit, double height, int strokeWidth)
    {
        if (digit.Box.Width < Widest * height)
            return [digit];

        var isMore = digit.Box.Width >= WidestByFar * height;
        var (ink, places) = Columns(digit);
        var margin = Math.Max(1, (int)(LeastWidth * height));
        bool IsThin(int column) => isMore
            ? ink[column] <= SeveralStrokes * strokeWidth
            : places[column] <= 1 && ink[column] <= OneStroke * strokeWidth;

        var columns = Enumerable.Range(margin, digit.Box.Width - (2 * margin))
            .Where(IsThin)
            .OrderBy(column => Math.Max(places[column], 1))
            .ThenBy(column => ink[column])
            .ThenBy(column => Math.Abs(column - (digit.Box.Width / 2)));
        foreach (var column in columns)
        {
            var (left, right) = (Part(digit, 0, column), Part(digit, column, digit.Box.Width));
            if (Math.Min(left.Box.Height, right.Box.Height) >= LeastHeight * height)
            {
                return
                [
                    .. Cut(left with { Doubt = digit.Doubt }, height, strokeWidth),
                    .. Cut(right with { Doubt = digit.Doubt }, height, strokeWidth),
                ];
            }
        }

        return [digit];
    }

    /// <summary>For each column of a digit's box, its pixels of ink, and in how many places they lie.</summary>
    private static (int[] Ink, int[] Places) Columns(BlobGroup digit)
    {
        var (ink, places) = (new int[digit.Box.Width], new int[digit.Box.Width]);
        var lowest = Enumerable.Repeat(int.MinValue, digit.Box.Width).ToArray();
        foreach (var run in digit.Runs.OrderBy(run => run.Row))
        {
            for (var x = run.Start - digit.Box.Left; x < run.End - digit.Box.Left; x++)
            {
                ink[x]++;
                places[x] += lowest[x] == run.Row - 1 ? 0 : 1;
                lowest[x] = run.Row;
            }
        }

        return (ink, places);
    }

    /// <summary>A digit's ink from one column of its box to before another; each has some.</summary>
    private static BlobGroup Part(BlobGroup digit, int from, int to)
    {
        var (first, end) = (digit.Box.Left + from, digit.Box.Left + to);
        ImmutableArray<InkRun> runs =
        [
            .. digit.Runs
                .Select(run => run with { Start = Math.Max(run.Start, first), End = Math.Min(run.End, end) })
                .Where(run => run.Length > 0)
                .OrderBy(run => run.Row)
                .ThenBy(run => run.Start),
        ];
        return BlobGroup.Of([Blob.Of(runs)]);
    }
}
