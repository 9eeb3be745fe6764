using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Finds a sheet of paper on a darker or lighter desk, and paints the desk over as if the paper went on: the edge of
/// the sheet is no stroke.
/// </summary>
internal static class SheetOnDesk
{
    // The picture is looked at in about so many cells a side.
    private const int Cells = 96;

    // In pixels: in a smaller picture the outline of a thick 0 is as straight as that of a sheet.
    private const int SmallestPicture = 150;

    // In cells: what is so near to the edge of the sheet belongs to it.
    private const int Edge = 2;

    // In grey levels: how much a desk differs from paper. As shares of the picture and of its border.
    private const int LeastDifference = 35;
    private const double LeastSheet = 0.15;
    private const double LeastDesk = 0.03;
    private const double LeastBorder = 0.12;

    // Of the sheet, how much is lighter than the desk: of a light frame around something dark it is little.
    private const double LeastPaper = 0.65;

    // As a share of its outline: the edge of a sheet is sharp, light falls off slowly.
    private const double LeastSharp = 0.7;

    // Shares of ink: on the sheet there is some but not too much; what has as much outside is a shadow on paper.
    private const double LeastInk = 0.0004;
    private const double MostInk = 0.35;
    private const double MostOutside = 0.05;
    private const double Ink = 0.55;
    private const int LeastInkLevels = 25;
    private const int LeastLevelsOutside = 60;

    /// <summary>The picture with the desk painted over; the same one if there is no desk.</summary>
    public static (GreyImage Picture, ImmutableArray<LeftOutMark> LeftOut) Clean(GreyImage picture)
    {
        if (Math.Min(picture.Width, picture.Height) < SmallestPicture)
            return (picture, []);

        var factor = Math.Max((Math.Max(picture.Width, picture.Height) + Cells - 1) / Cells, 1);
        var small = WorkingSize.Shrink(picture, factor);
        if (Light(picture, small, factor) is { } light)
            return light;
        return Candidate(small.Invert()) is not null && Light(picture.Invert(), small.Invert(), factor) is { } dark
            ? (dark.Picture.Invert(), dark.LeftOut)
            : (picture, []);
    }

    private static SheetMask? Candidate(GreyImage small)
        => SheetMask.Of(small, LeastDifference) is { } sheet
            && sheet.Share is >= LeastSheet and <= 1 - LeastDesk
            && sheet.DeskBorder >= LeastBorder
            && sheet.PaperShare(small) >= LeastPaper
            && sheet.Sharpness(small, Edge) >= LeastSharp
            && sheet.IsPolygon() ? sheet : null;

    private static (GreyImage Picture, ImmutableArray<LeftOutMark> LeftOut)? Light(
        GreyImage picture, GreyImage small, int factor)
    {
        if (Candidate(small) is not { } sheet)
            return null;

        // Closings: what is thin and dark is not in them.
        var local = Sliding.Min(Sliding.Max(small, 3), 3);
        var on = InkShare(picture, factor, local, sheet.Shrunk(Edge), LeastInkLevels);
        var off = InkShare(picture, factor, local, sheet.Outside(Edge), LeastLevelsOutside);
        if (on is < LeastInk or > MostInk || off > MostOutside * on)
            return null;

        var inside = sheet.Shrunk(Edge);
        var box = Box(inside, small.Width).Enlarge(factor, picture.Width, picture.Height);
        return (Painted(picture, factor, local, inside), [new LeftOutMark("sheet edge", box)]);
    }

    /// <summary>How much of a part is far darker than what is around it.</summary>
    private static double InkShare(GreyImage picture, int factor, GreyImage local, bool[] part, int leastLevels)
    {
        var (count, ink) = (0L, 0L);
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Pixels.Span.Slice(y * picture.Width, picture.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var cell = (y / factor * local.Width) + (x / factor);
                if (!part[cell])
                    continue;
                count++;
                var paper = local.Pixels.Span[cell];
                ink += row[x] < Ink * paper && paper - row[x] >= leastLevels ? 1 : 0;
            }
        }

        return count == 0 ? 0 : (double)ink / count;
    }

    /// <summary>Outside of the sheet there is what the paper nearby is like.</summary>
    private static GreyImage Painted(GreyImage picture, int factor, GreyImage local, bool[] inside)
    {
        var paper = Spread(local, inside)
            .Resize(local.Width * factor, local.Height * factor)
            .Crop(0, 0, picture.Width, picture.Height);
        var painted = picture.Pixels.ToArray();
        for (var i = 0; i < painted.Length; i++)
        {
            if (!inside[(i / picture.Width / factor * local.Width) + (i % picture.Width / factor)])
                painted[i] = paper.Pixels.Span[i];
        }

        return new GreyImage(picture.Width, picture.Height, painted);
    }

    /// <summary>The brightness of the sheet, outside the mean of those neighbours that are nearer to it.</summary>
    private static GreyImage Spread(GreyImage local, bool[] inside)
    {
        var (width, height) = (local.Width, local.Height);
        var values = local.Pixels.ToArray();
        var isKnown = inside.ToArray();
        for (var open = isKnown.Count(known => !known); open > 0;)
        {
            var next = new List<(int Cell, byte Value)>();
            for (var i = 0; i < values.Length; i++)
            {
                if (isKnown[i])
                    continue;
                var (x, y, sum, count) = (i % width, i / width, 0, 0);
                for (var row = Math.Max(y - 1, 0); row <= Math.Min(y + 1, height - 1); row++)
                {
                    for (var column = Math.Max(x - 1, 0); column <= Math.Min(x + 1, width - 1); column++)
                    {
                        if (isKnown[(row * width) + column])
                            (sum, count) = (sum + values[(row * width) + column], count + 1);
                    }
                }

                if (count > 0)
                    next.Add((i, (byte)(sum / count)));
            }

            foreach (var (cell, value) in next)
                (values[cell], isKnown[cell]) = (value, true);
            open -= next.Count;
        }

        return new GreyImage(width, height, values);
    }

    private static PictureBox Box(bool[] part, int width)
    {
        int[] cells = [.. Enumerable.Range(0, part.Length).Where(cell => part[cell])];
        var (left, right) = (cells.Min(cell => cell % width), cells.Max(cell => cell % width));
        return new PictureBox(left, cells[0] / width, right - left + 1, (cells[^1] / width) - (cells[0] / width) + 1);
    }
}
