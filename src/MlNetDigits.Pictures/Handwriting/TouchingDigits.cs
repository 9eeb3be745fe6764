using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Cuts apart digits that touch side by side, where a straight cut from top to bottom is plain to see.</summary>
internal static class TouchingDigits
{
    // In heights of a digit. Few digits are wider than the first, none than the second; the only digit of a picture,
    // which nothing tells the usual height of, may be wider still.
    private const double Widest = 1.25;
    private const double WidestByFar = 1.6;
    private const double WidestAlone = 2.2;

    // What is cut off must be a digit, too.
    private const double LeastHeight = 0.6;
    private const double LeastWidth = 0.15;

    // In widths of a stroke: the ink of the column that is cut, in one place or, if it must be two digits, in several.
    private const double OneStroke = 3;
    private const double SeveralStrokes = 4;

    /// <summary>Looks at each digit of a page.</summary>
    /// <param name="digits">The digits; at least one.</param>
    /// <param name="digitHeight">The usual height of a digit in pixels.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    /// <returns>The digits, those that were cut in parts.</returns>
    public static ImmutableArray<BlobGroup> Cut(ImmutableArray<BlobGroup> digits, double digitHeight, int strokeWidth)
        => digits is [var only] && only.Box.Width < WidestAlone * only.Box.Height
            ? digits
            : [.. digits.SelectMany(digit => Cut(digit, Math.Max(digitHeight, digit.Box.Height), strokeWidth))];

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
                return [.. Cut(left, height, strokeWidth), .. Cut(right, height, strokeWidth)];
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
