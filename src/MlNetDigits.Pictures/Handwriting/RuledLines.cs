namespace MlNetDigits.Pictures;

/// <summary>Takes the printed lines or squares of a notebook off the ink.</summary>
internal static class RuledLines
{
    // In widths of a stroke: longer than any stroke of a digit. A line must go on for that long without a gap.
    private const int Length = 32;

    // A printed line is paler than this share of the ink; a pixel that is darker than the line by more than this
    // factor has ink on it.
    private const double Palest = 0.6;
    private const double Crossed = 1.35;

    /// <summary>
    /// Clears pixels that are about as dark as the long straight line through them and paler than ink. Strokes that
    /// cross a line stay whole.
    /// </summary>
    /// <param name="ink">The missing share of the paper's light, 0 to 255.</param>
    /// <param name="darkness">How dark ink usually is.</param>
    /// <param name="strokeWidth">The usual width of a stroke.</param>
    public static GreyImage Remove(GreyImage ink, int darkness, int strokeWidth)
    {
        var across = Clear(ink, darkness, strokeWidth);
        return Sliding.Turned(Clear(Sliding.Turned(across), darkness, strokeWidth));
    }

    private static GreyImage Clear(GreyImage ink, int darkness, int strokeWidth)
    {
        var lines = Lines(ink, strokeWidth).Pixels.Span;
        var cleared = ink.Pixels.ToArray();
        for (var i = 0; i < cleared.Length; i++)
        {
            if (lines[i] < Palest * darkness && cleared[i] < Crossed * lines[i])
                cleared[i] = 0;
        }

        return new GreyImage(ink.Width, ink.Height, cleared);
    }

    /// <summary>The opening by a long horizontal segment: what goes on as dark as this to the left and right.</summary>
    private static GreyImage Lines(GreyImage ink, int strokeWidth)
    {
        // Means along the rows keep grain from breaking the lines; a row up or down, a slight slant.
        var columns = (ink.Width + strokeWidth - 1) / strokeWidth;
        var padded = columns * strokeWidth;
        var coarse = Shortened(ink, columns, strokeWidth);
        var thick = Sliding.Turned(Sliding.MaxAlongRows(Sliding.Turned(coarse), 1 + (strokeWidth / 4)));
        var reach = Math.Min(Length, columns * 4 / 5) / 2;
        var lines = Sliding.MaxAlongRows(Sliding.MinAlongRows(thick, reach), reach);
        return lines.Resize(padded, ink.Height).Crop(0, 0, ink.Width, ink.Height);
    }

    private static GreyImage Shortened(GreyImage ink, int columns, int factor)
    {
        var shortened = new byte[columns * ink.Height];
        for (var y = 0; y < ink.Height; y++)
        {
            var row = ink.Pixels.Span.Slice(y * ink.Width, ink.Width);
            for (var column = 0; column < columns; column++)
            {
                var part = row[(column * factor)..Math.Min((column + 1) * factor, row.Length)];
                var sum = part.Length / 2;
                foreach (var value in part)
                    sum += value;
                shortened[(y * columns) + column] = (byte)(sum / part.Length);
            }
        }

        return new GreyImage(columns, ink.Height, shortened);
    }
}
