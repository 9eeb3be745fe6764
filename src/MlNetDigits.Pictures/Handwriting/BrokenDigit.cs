using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Recognises a picture of one digit whose strokes are broken, where no other digit shows how high one is.
/// </summary>
internal static class BrokenDigit
{
    private const int MostParts = 12;

    // In heights of the whole.
    private const double WidestGap = 0.08;
    private const double Widest = 0.9;
    private const double Narrowest = 0.35;
    private const double WidestPartOfNarrow = 0.2;
    private const double Small = 0.4;

    // How much longer the pen's way is than the diagonal of the box around it: a straight stroke's is as long, a half
    // circle's 1.4 times; those of most digits are far longer, even where a thick pen goes over itself.
    private const double StraightWay = 1.3;
    private const double BentWay = 1.5;

    /// <summary>The patches as one digit.</summary>
    /// <param name="strokes">All patches of ink of the picture, without dust; at least one.</param>
    /// <param name="strokeWidth">The usual width of a stroke in pixels.</param>
    /// <returns>The digit; null if the patches may as well be several digits.</returns>
    public static BlobGroup? Of(ImmutableArray<Blob> strokes, int strokeWidth)
    {
        if (strokes.Length > MostParts)
            return null;

        var whole = BlobGroup.Of(strokes);
        return IsShapedAsOne(whole, strokeWidth)
            && StrokeJoining.JoinNear(strokes, WidestGap * whole.Box.Height).Length == 1 ? whole : null;
    }

    /// <summary>
    /// Two digits side by side are wider than high. Two on top of each other are narrow as a 1 is, but the parts of a 1
    /// are narrower, and straight. In a column or a block of more there are several parts that are digits by
    /// themselves; of a broken 8 there are two, but they are half as high as the whole.
    /// </summary>
    private static bool IsShapedAsOne(BlobGroup whole, int strokeWidth)
    {
        var (width, height) = (whole.Box.Width, whole.Box.Height);
        if (width < Narrowest * height)
        {
            return whole.Blobs.Length == 1 || whole.Blobs.All(part
                => part.Box.Width <= WidestPartOfNarrow * height && Way(part, strokeWidth) <= StraightWay);
        }

        var bent = whole.Blobs.Where(part => Way(part, strokeWidth) >= BentWay).ToArray();
        return width <= Widest * height && bent.Length <= 2 && bent.Count(part => part.Box.Height < Small * height) <= 1;
    }

    /// <summary>The length of the pen's way in diagonals of the box around it.</summary>
    private static double Way(Blob part, int strokeWidth)
        => part.Area / (strokeWidth * Math.Sqrt(((double)part.Box.Width * part.Box.Width) + (part.Box.Height * part.Box.Height)));
}
