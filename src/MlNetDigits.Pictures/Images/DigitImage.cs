namespace MlNetDigits.Pictures;

/// <summary>Between pictures of people and the 784 pixels that the network takes.</summary>
public static class DigitImage
{
    // A hundred pixels for each that the network sees. A larger picture, or a long and narrow one, padded to a square
    // would need much memory for nothing.
    private const int LongestSide = 100 * DigitFormat.Columns;

    /// <summary>
    /// What the network sees of a picture: padded to a square with the colour of the paper, resized to 28 x 28, and
    /// inverted if the paper is light. The paper is judged by the picture's edge, since a big digit may well cover
    /// more than half of the whole.
    /// </summary>
    /// <param name="picture">One digit on plain paper, light or dark.</param>
    /// <returns>784 raw pixels, row by row: 0 is background, 255 is ink.</returns>
    public static byte[] FromPicture(GreyImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var paper = Paper(picture);
        var longer = Math.Max(picture.Width, picture.Height);
        var handy = WorkingSize.Shrink(picture, (int)Math.Ceiling((double)longer / LongestSide));
        var resized = Square(handy, paper).Resize(DigitFormat.Columns, DigitFormat.Rows);
        return (paper >= 128 ? resized.Invert() : resized).Pixels.ToArray();
    }

    /// <summary>The picture that people expect of a digit: black ink on white paper.</summary>
    /// <param name="pixels">784 raw pixels, 0 is background.</param>
    /// <returns>A picture of 28 x 28.</returns>
    /// <exception cref="ArgumentException">The number of pixels is another.</exception>
    public static GreyImage ToPicture(ReadOnlyMemory<byte> pixels)
        => new GreyImage(DigitFormat.Columns, DigitFormat.Rows, pixels).Invert();

    /// <summary>A small picture in text: 14 lines of 28 characters, each character two pixels high.</summary>
    /// <param name="pixels">784 raw pixels, 0 is background; 128 and more is drawn as ink.</param>
    /// <returns>The lines, each ended by a line feed.</returns>
    /// <exception cref="ArgumentException">The number of pixels is another.</exception>
    public static string ToText(ReadOnlySpan<byte> pixels)
        => pixels.Length == DigitFormat.Pixels
            ? HalfBlockText.Render(pixels, DigitFormat.Columns)
            : throw new ArgumentException($"A digit has 784 pixels, not {pixels.Length}.", nameof(pixels));

    /// <summary>The median of the outermost pixels: a stroke that runs off the edge does not sway it.</summary>
    private static byte Paper(GreyImage picture)
    {
        var pixels = picture.Pixels.Span;
        var edge = new List<byte>(2 * (picture.Width + picture.Height));
        for (var y = 0; y < picture.Height; y++)
        {
            var step = y == 0 || y == picture.Height - 1 ? 1 : Math.Max(picture.Width - 1, 1);
            for (var x = 0; x < picture.Width; x += step)
                edge.Add(pixels[(y * picture.Width) + x]);
        }

        edge.Sort();
        return edge[edge.Count / 2];
    }

    private static GreyImage Square(GreyImage picture, byte paper)
    {
        if (picture.Width == picture.Height)
            return picture;

        var side = Math.Max(picture.Width, picture.Height);
        var square = new byte[side * side];
        square.AsSpan().Fill(paper);
        var left = (side - picture.Width) / 2;
        var top = (side - picture.Height) / 2;
        for (var row = 0; row < picture.Height; row++)
        {
            picture.Pixels.Span.Slice(row * picture.Width, picture.Width)
                .CopyTo(square.AsSpan(((top + row) * side) + left));
        }

        return new GreyImage(side, side, square);
    }
}
