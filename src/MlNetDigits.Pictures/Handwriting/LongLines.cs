using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Tells lines and frames, as on forms and in notebooks, from digits.</summary>
internal static class LongLines
{
    // In sides of the picture.
    private const double Shortest = 0.7;

    // In lengths of the line: how wide and high its box may be if it is not quite straight or level, and how much ink
    // it may have to the square.
    private const double Widest = 0.27;
    private const double MostInk = 1.0 / 12;

    // On a strip that is cut out close to its digits a 1 is as long as a line, but so are the other digits.
    private const double TallestDigit = 1.3;

    // In widths of a stroke: what is lower is a dot or a dash.
    private const double LowestDigit = 3;

    /// <summary>Without thin lines across most of the picture and frames around it, unless there is hardly anything
    /// else.</summary>
    /// <param name="blobs">Patches of ink.</param>
    /// <param name="plane">Where they are.</param>
    public static ImmutableArray<Blob> Remove(ImmutableArray<Blob> blobs, InkPlane plane)
    {
        var others = blobs.Where(blob => !MayBeLine(blob, plane.Ink)).ToArray();
        var tallest = others.Select(blob => blob.Box.Height).DefaultIfEmpty(0).Max();
        return tallest < LowestDigit * plane.StrokeWidth
            ? blobs
            : [.. blobs.Where(blob => !MayBeLine(blob, plane.Ink) || IsAsTall(blob.Box, tallest))];
    }

    private static bool MayBeLine(Blob blob, GreyImage picture)
    {
        var (width, height) = (blob.Box.Width, blob.Box.Height);
        var (isAcross, isDown) = (width > Shortest * picture.Width, height > Shortest * picture.Height);
        var length = (double)Math.Max(width, height);
        var isThin = Math.Min(width, height) <= Widest * length;
        return blob.Area < MostInk * length * length
            && ((isAcross && isDown) || (isThin && (width > height ? isAcross : isDown)));
    }

    private static bool IsAsTall(PictureBox box, int digitHeight)
        => box.Height > box.Width && box.Width <= Widest * box.Height && box.Height <= TallestDigit * digitHeight;
}
