using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// The ink of a picture without what is around, under and behind digits: ruled lines as dark as the ink, grids, boxes,
/// frames, underlines.
/// </summary>
/// <param name="Plane">The ink without lines; strokes that crossed one are whole.</param>
/// <param name="Blobs">Its patches without frames.</param>
/// <param name="LeftOut">What was removed.</param>
internal sealed record Surroundings(InkPlane Plane, ImmutableArray<Blob> Blobs, ImmutableArray<LeftOutMark> LeftOut)
{
    // In widths of a stroke.
    private const double Thicker = 1.5;
    private const double Thinner = 0.45;

    private const double AsThick = 0.45;

    // In degrees.
    private const double Askew = 6;

    /// <summary>Removes what is no digit for certain.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="plane">Its ink.</param>
    /// <param name="blobs">The patches of the ink.</param>
    public static Surroundings Remove(GreyImage picture, InkPlane plane, ImmutableArray<Blob> blobs)
    {
        var lines = FoundLines.Of(plane);
        var rest = Of(plane, lines, blobs);
        if (rest.LeftOut.IsEmpty)
            return rest;

        // The lines may have been taken for the strokes: of thicker ones there is only the edge in the ink then.
        return rest.Strokes(picture, blobs) is { } strokes
            && strokes.Width > Thicker * plane.StrokeWidth
            && InkPlane.Of(picture, strokes, plane.Sensitivity) is { } anew
                ? Of(anew, lines.In(anew), Pictures.Blobs.Of(anew))
                : rest;
    }

    private static Surroundings Of(InkPlane plane, FoundLines lines, ImmutableArray<Blob> blobs)
    {
        var (cleared, patches) = (plane, blobs);
        if (!lines.IsEmpty)
        {
            cleared = plane with { Ink = LineClearing.Without(plane.Ink, plane.Threshold, lines.Level, lines.Upright) };
            patches = [.. Pictures.Blobs.Of(cleared).Where(blob => !lines.Grids.Any(grid => grid.IsCrumb(blob.Box)))];
        }

        var (undashed, dashes) = DashedFrame.Remove(patches);
        var (unframed, frames) = FramesAround.Remove(undashed, plane.StrokeWidth);
        var (rest, underlines) = Underlines.Remove(unframed, plane.StrokeWidth);
        ImmutableArray<LeftOutMark> leftOut = [.. lines.LeftOut, .. dashes, .. frames, .. underlines];
        return new Surroundings(
            cleared,
            leftOut.IsEmpty ? rest : [.. rest.Where(blob => !IsHairline(blob, plane, lines.Thickness))],
            leftOut)
        {
            Lines = lines,
        };
    }

    /// <summary>A digit, with a doubt if a line as thick as a stroke was taken off it: a stroke may have lain in the line.
    /// </summary>
    public BlobGroup Doubt(BlobGroup digit)
        => digit.Doubt is null && Lines.Thickness >= AsThick * Plane.StrokeWidth && Lines.Cross(digit.Box)
            ? digit with { Doubt = "a line went through it" } : digit;

    private FoundLines Lines { get; init; } = new([], [], []);

    /// <summary>Whether a patch is what is left of a line: far thinner than a stroke, straight, and level or upright.
    /// </summary>
    private static bool IsHairline(Blob blob, InkPlane plane, int lineThickness)
    {
        var thickest = IsAtBorder(blob.Box, plane.Ink) ? lineThickness + 0.5 : Thinner * plane.StrokeWidth;
        return blob.Area >= thickest
            && StrokeShape.Of(blob.Runs) is { IsStraight: true } stroke
            && stroke.Thickness <= thickest
            && Math.Abs(stroke.Slant) is var slant && (slant <= Askew || slant >= 90 - Askew);
    }

    private static bool IsAtBorder(PictureBox box, GreyImage picture)
        => box.Left <= 1 || box.Top <= 1 || box.Right >= picture.Width - 1 || box.Bottom >= picture.Height - 1;

    /// <summary>The strokes of a picture with what was removed painted over.</summary>
    private StrokeScan? Strokes(GreyImage picture, ImmutableArray<Blob> blobs)
    {
        if (StrokeScan.Of(picture, Plane.Sensitivity) is not { } strokes)
            return null;

        var removed = new byte[picture.Pixels.Length];
        foreach (var run in blobs.SelectMany(blob => blob.Runs))
            removed.AsSpan((run.Row * picture.Width) + run.Start, run.Length).Fill(1);
        foreach (var run in Blobs.SelectMany(blob => blob.Runs))
            removed.AsSpan((run.Row * picture.Width) + run.Start, run.Length).Clear();

        var wide = Sliding.Max(new GreyImage(picture.Width, picture.Height, removed), 1);
        var paper = strokes.IsLightInk
            ? Sliding.Min(picture, Plane.StrokeWidth + 2)
            : Sliding.Max(picture, Plane.StrokeWidth + 2);
        var painted = picture.Pixels.ToArray();
        for (var i = 0; i < painted.Length; i++)
        {
            if (wide.Pixels.Span[i] > 0)
                painted[i] = paper.Pixels.Span[i];
        }

        return StrokeScan.Of(new GreyImage(picture.Width, picture.Height, painted), Plane.Sensitivity) is { } rest
            && rest.IsLightInk == strokes.IsLightInk ? rest : null;
    }
}
