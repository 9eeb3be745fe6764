using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>The ink of a picture, in the size in which it was found.</summary>
/// <param name="Working">The picture in that size.</param>
/// <param name="Plane">The ink.</param>
/// <param name="Patches">Its patches, of which at least one is more than dust.</param>
internal sealed record InkView(WorkingPicture Working, InkPlane Plane, ImmutableArray<Blob> Patches)
{
    // Faint ink is looked for in smaller and smaller pictures: the mean of four or nine pixels has less grain. A digit
    // must still be larger than MNIST's.
    private const int MostShrunk = 3;
    private const int ShortestSide = 60;

    // In the least of usual ink: from twice on, half of the darkness is the edge of strokes.
    private const double LeastDarkness = 1.7;

    /// <summary>Whether there is no room for more than one digit, however many parts it may be in.</summary>
    public bool IsOneDigit { get; init; }

    /// <summary>Why no answer is sure, whatever the ink looks like; null if nothing speaks against it.</summary>
    public string? Doubt { get; init; }

    /// <summary>Looks for ink: as usual, and for faint ink if there is no other.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="mostPixels">A larger one is shrunk.</param>
    /// <returns>The ink; null if there is none.</returns>
    public static InkView? Of(GreyImage picture, int mostPixels)
    {
        if (TinyPicture.Enlarge(picture) is { } tiny)
        {
            return Of(tiny, InkSensitivity.Usual) is { } view
                ? view with
                {
                    IsOneDigit = TinyPicture.HoldsOneDigit(picture),
                    Doubt = TinyPicture.Doubt(picture, view.Patches.Length),
                }
                : null;
        }

        var factor = WorkingSize.FactorFor(picture, mostPixels);
        var usual = Of(WorkingPicture.Shrink(picture, factor), InkSensitivity.Usual);
        return usual is null || IsCutShort(usual) ? Better(usual, Faint(picture, factor)) : usual;
    }

    // Of faint ink only the darkest is more than the least that usual ink must be.
    private static bool IsCutShort(InkView view)
        => InkCoverage.Darkness(view.Plane, view.Patches.SelectMany(patch => patch.Runs)) < LeastDarkness * InkSensitivity.Usual.Ink;

    private static InkView? Better(InkView? usual, InkView? faint) => usual is null || faint is { Doubt: null } ? faint : usual;

    private static InkView? Faint(GreyImage picture, int factor)
    {
        var shortest = Math.Min(picture.Width, picture.Height);
        return Enumerable.Range(1, MostShrunk)
            .Where(times => times == 1 || shortest / (factor * times) >= ShortestSide)
            .Select(times => Of(WorkingPicture.Shrink(picture, factor * times), InkSensitivity.Faint))
            .FirstOrDefault(view => view is not null && InkClarity.IsInk(view.Plane)) is not { } view
                ? null
                : view with { Doubt = InkClarity.IsClear(view.Plane, view.Patches) ? null : "is faint" };
    }

    private static InkView? Of(WorkingPicture working, InkSensitivity sensitivity)
        => InkPlane.Of(working.Picture, sensitivity) is { } plane
            && Blobs.Of(plane) is var blobs
            && !DigitSelection.WithoutDust(blobs, plane.StrokeWidth).IsEmpty
                ? new InkView(working, plane, blobs)
                : null;
}
