using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Tells the signs that stand between numbers from digits: : = + - / ( ).</summary>
internal static class Signs
{
    // In heights of a digit.
    private const double LargestDot = 0.36;
    private const double HighestStroke = 0.36;
    private const double SmallOne = 0.55;
    private const double TallSlash = 1.15;
    private const double SpreadOfComma = 0.4;
    private const double ShortestBracket = 0.95;

    // In degrees: how far a slash leans, and how much farther than ones do.
    private const double LeastSlant = 20;
    private const double SlantOfTall = 8;
    private const double MoreSlant = 10;

    // Of a cross: how much ink it has besides its two strokes, and where they cross, in sides of its box.
    private const double MostOfCross = 0.08;
    private const double Middle = 0.3;
    private const double ThickestOfCross = 0.3;

    /// <summary>Whether it is a sign and no digit.</summary>
    /// <param name="group">Patches of ink that were taken for one digit.</param>
    /// <param name="height">The usual height of a digit.</param>
    public static bool IsSign(BlobGroup group, double height) => group.Blobs switch
    {
        [var only] => only.Box.Height <= 0.9 * height && IsCross(only),
        [var one, var other] => IsPair(one.Box, other.Box, height),
        [_, _, _] => IsDivision([.. group.Blobs.Select(blob => blob.Box).OrderBy(box => box.Top)], height),
        _ => false,
    };

    /// <summary>The only mark of a picture, with a doubt if it is a sign.</summary>
    public static BlobGroup DoubtAlone(BlobGroup mark)
        => mark.Doubt is null && IsSign(mark, 1.2 * mark.Box.Height) ? mark with { Doubt = "may be a sign" } : mark;

    /// <summary>What speaks against a digit that has others beside it.</summary>
    /// <param name="digits">The digits of a picture.</param>
    /// <param name="height">The usual height of a digit.</param>
    /// <returns>The digits, some with a doubt.</returns>
    public static ImmutableArray<BlobGroup> Doubt(ImmutableArray<BlobGroup> digits, double height)
    {
        if (digits is [var only])
            return [DoubtAlone(only)];

        StrokeShape?[] straight =
        [
            .. digits.Select(digit => digit.Blobs is [var only] && StrokeShape.Of(only.Runs) is { IsStraight: true } shape
                ? shape : null),
        ];
        return
        [
            .. digits.Select((digit, i) => digit with
            {
                Doubt = digit.Doubt ?? Doubt(digit, straight, i, height, IsBetween(digit.Box, digits)),
            }),
        ];
    }

    /// <summary>Whether there are digits to the left and to the right.</summary>
    private static bool IsBetween(PictureBox box, ImmutableArray<BlobGroup> digits)
    {
        var beside = digits.Select(digit => digit.Box)
            .Where(other => box.SharedRows(other) >= Math.Min(box.Height, other.Height) / 2);
        return beside.Any(other => other.Left < box.Left && other.Right < box.Right)
            && beside.Any(other => other.Left > box.Left && other.Right > box.Right);
    }

    private static string? Doubt(BlobGroup digit, StrokeShape?[] straight, int index, double height, bool isBetween)
    {
        if (straight[index] is { } stroke)
        {
            if (digit.Box.Height < SmallOne * height)
                return "may be a sign";
            return isBetween && IsSlash(digit, stroke, straight, height) ? "may be a slash" : null;
        }

        if (digit.Blobs is not [var only])
            return null;
        if (digit.Box.Height < SmallOne * height && StrokeShape.Of(only.Runs).Spread <= SpreadOfComma)
            return "may be a sign";
        if (IsDiagonalCross(only))
            return "may be a sign";
        return IsCross(only) ? "may be a plus sign" : IsBracket(only, height) ? "may be a bracket" : null;
    }

    /// <summary>A one leans as other ones do; where there are none, ones lean less, and are not taller than the rest.
    /// </summary>
    private static bool IsSlash(BlobGroup digit, StrokeShape stroke, StrokeShape?[] straight, double height)
    {
        StrokeShape[] others = [.. straight.OfType<StrokeShape>().Where(other => !ReferenceEquals(other, stroke))];
        return (stroke.Slant >= SlantOfTall && digit.Box.Height >= TallSlash * height)
            || (stroke.Slant >= LeastSlant && digit.Box.Height >= ShortestBracket * height
                && (others.Length == 0 || others.Any(other => other.Slant <= stroke.Slant - MoreSlant)));
    }

    /// <summary>Two dots, or two flat strokes, one above the other.</summary>
    private static bool IsPair(PictureBox one, PictureBox other, double height)
    {
        var (wide, narrow) = (Math.Max(one.Width, other.Width), Math.Min(one.Width, other.Width));
        if (one.SharedRows(other) > 0 || one.SharedColumns(other) < 0.5 * narrow || narrow < 0.5 * wide)
            return false;

        var areDots = IsDot(one, height) && IsDot(other, height);
        var areStrokes = IsStroke(one, height) && IsStroke(other, height);
        return areDots || areStrokes;
    }

    /// <summary>A flat stroke with a dot above and one below.</summary>
    private static bool IsDivision(PictureBox[] parts, double height)
        => IsDot(parts[0], height) && IsStroke(parts[1], height) && IsDot(parts[2], height);

    private static bool IsDot(PictureBox box, double height)
        => Math.Max(box.Width, box.Height) <= LargestDot * height
            && box.Width <= 1.8 * box.Height && box.Height <= 1.8 * box.Width;

    private static bool IsStroke(PictureBox box, double height)
        => box.Width >= 1.5 * box.Height && box.Height <= HighestStroke * height;

    /// <summary>A cross with its ends in the corners: two strokes next to each side, apart from each other.</summary>
    private static bool IsDiagonalCross(Blob mark)
    {
        var box = mark.Box;
        if (box.Width > 1.7 * box.Height || box.Height > 1.7 * box.Width || Math.Min(box.Width, box.Height) < 8)
            return false;

        var isInk = new bool[box.Height, box.Width];
        foreach (var run in mark.Runs)
        {
            for (var x = run.Start; x < run.End; x++)
                isInk[run.Row - box.Top, x - box.Left] = true;
        }

        // At a fifth of the way in from each side.
        var (right, down) = (box.Width / 5, box.Height / 5);
        return Strokes(x => isInk[down, x], box.Width) == 2
            && Strokes(x => isInk[box.Height - 1 - down, x], box.Width) == 2
            && Strokes(y => isInk[y, right], box.Height) == 2
            && Strokes(y => isInk[y, box.Width - 1 - right], box.Height) == 2
            && Strokes(x => isInk[box.Height / 2, x], box.Width) == 1
            && Strokes(y => isInk[y, box.Width / 2], box.Height) == 1
            && FramesAround.SizeableHoles(mark).IsEmpty
            && Ends(x => isInk[0, x], box.Width) && Ends(x => isInk[box.Height - 1, x], box.Width);
    }

    /// <summary>How many stretches of ink there are on a line.</summary>
    private static int Strokes(Func<int, bool> isInk, int length)
        => Enumerable.Range(0, length).Count(i => isInk(i) && (i == 0 || !isInk(i - 1)));

    /// <summary>Whether there is no ink in the middle of a side, where bows have it.</summary>
    private static bool Ends(Func<int, bool> isInk, int length) => !isInk(length / 2);

    /// <summary>Two straight strokes that cross in the middle, with nothing between their ends.</summary>
    private static bool IsCross(Blob mark)
    {
        var box = mark.Box;
        if (box.Width > 1.7 * box.Height || box.Height > 1.7 * box.Width || Math.Min(box.Width, box.Height) < 5)
            return false;

        var (across, down) = (new int[box.Height], new int[box.Width]);
        foreach (var run in mark.Runs)
        {
            across[run.Row - box.Top] += run.Length;
            for (var x = run.Start; x < run.End; x++)
                down[x - box.Left]++;
        }

        // What is left of the ink beside the rows and columns that are nearly full.
        bool[] isFullRow = [.. across.Select(ink => ink >= 0.6 * box.Width)];
        bool[] isFullColumn = [.. down.Select(ink => ink >= 0.6 * box.Height)];
        if (!IsMiddle(isFullRow) || !IsMiddle(isFullColumn))
            return false;

        var rest = mark.Runs.Where(run => !Near(isFullRow, run.Row - box.Top))
            .Sum(run => Enumerable.Range(run.Start - box.Left, run.Length).Count(x => !Near(isFullColumn, x)));
        return rest <= MostOfCross * mark.Area;
    }

    private static bool IsMiddle(bool[] isFull)
    {
        var (first, last) = (Array.IndexOf(isFull, true), Array.LastIndexOf(isFull, true));
        var middle = (first + last + 1) / 2.0 / isFull.Length;
        return first >= 0 && last - first < ThickestOfCross * isFull.Length && middle > Middle && middle < 1 - Middle;
    }

    private static bool Near(bool[] isFull, int at)
        => isFull[at] || (at > 0 && isFull[at - 1]) || (at < isFull.Length - 1 && isFull[at + 1]);

    /// <summary>A slim bow, both ends of which lie on the same side.</summary>
    private static bool IsBracket(Blob mark, double height)
    {
        var box = mark.Box;
        var rows = mark.Runs.GroupBy(run => run.Row).ToArray();
        if (box.Height < ShortestBracket * height
            || box.Width > 0.45 * box.Height
            || rows.Count(row => row.Count() > 1) > 0.03 * rows.Length)
        {
            return false;
        }

        double[] middles = [.. rows.Select(row => (row.Min(run => run.Start) + row.Max(run => run.End)) / 2.0)];
        var (end, widest) = (Math.Max(middles.Length / 8, 1), rows.Max(row => row.Sum(run => run.Length)));
        var (top, bottom) = (middles[..end].Average(), middles[^end..].Average());
        var centre = middles[(middles.Length * 3 / 8)..((middles.Length * 5 / 8) + 1)].Average();
        var bow = centre - ((top + bottom) / 2);
        return Math.Abs(bow) >= 0.1 * box.Height
            && Math.Abs(top - bottom) <= Math.Abs(bow)
            && widest <= 3.5 * mark.Area / box.Height;
    }
}
