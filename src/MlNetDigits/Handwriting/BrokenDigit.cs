using System.Collections.Immutable;

namespace MlNetDigits;

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

    /// <summary>The patches as one digit.</summary>
    /// <param name="strokes">All patches of ink of the picture, without dust; at least one.</param>
    /// <returns>The digit; null if the patches may as well be several digits.</returns>
    public static BlobGroup? Of(ImmutableArray<Blob> strokes)
    {
        if (strokes.Length > MostParts)
            return null;

        var whole = BlobGroup.Of(strokes);
        var (width, height) = ((double)whole.Box.Width, whole.Box.Height);

        // Two digits side by side are wider than high. Two on top of each other are narrow as a 1 is, but the parts of
        // a 1 are narrower.
        var isShapedSo = width <= Widest * height
            && (width >= Narrowest * height || strokes.All(stroke => stroke.Box.Width <= WidestPartOfNarrow * height));
        return isShapedSo && StrokeJoining.JoinNear(strokes, WidestGap * height).Length == 1 ? whole : null;
    }
}
