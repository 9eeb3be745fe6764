namespace MlNetDigits.Pictures;

/// <summary>A rectangle of whole pixels in a picture.</summary>
/// <param name="Left">The first column, from 0.</param>
/// <param name="Top">The first row, from 0.</param>
/// <param name="Width">The columns.</param>
/// <param name="Height">The rows.</param>
public readonly record struct PictureBox(int Left, int Top, int Width, int Height)
{
    /// <summary>The column after the last one.</summary>
    public int Right => Left + Width;

    /// <summary>The row after the last one.</summary>
    public int Bottom => Top + Height;

    /// <summary>The smallest box around this one and another.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>The box around both.</returns>
    public PictureBox Around(PictureBox other)
    {
        var (left, top) = (Math.Min(Left, other.Left), Math.Min(Top, other.Top));
        return new(left, top, Math.Max(Right, other.Right) - left, Math.Max(Bottom, other.Bottom) - top);
    }

    /// <summary>How many columns this box and another share; below 0, how many lie between them.</summary>
    internal int SharedColumns(PictureBox other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);

    /// <summary>How many rows this box and another share; below 0, how many lie between them.</summary>
    internal int SharedRows(PictureBox other) => Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);

    /// <summary>The box in a picture that is larger by a whole factor, but at its edges for a part of it.</summary>
    internal PictureBox Enlarge(int factor, int pictureWidth, int pictureHeight) => new(
        Left * factor,
        Top * factor,
        Math.Min(Right * factor, pictureWidth) - (Left * factor),
        Math.Min(Bottom * factor, pictureHeight) - (Top * factor));
}
