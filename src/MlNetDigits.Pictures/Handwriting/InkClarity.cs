using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// How clearly faint ink stands out from the paper: a pen's strokes are few patches, all about as dark, with hardly
/// anything between them and the paper; stains, shadows and the blotches of JPEG are many, of all shades.
/// </summary>
internal static class InkClarity
{
    private const double MostMiddleTones = 0.05;
    private const double MostMiddleTonesOfInk = 0.5;
    private const double MostSpecks = 2;

    // A patch is as dark as the others if it is between this share and its inverse of the darkness of all; not more of
    // the ink than the second may be in others.
    private const double AsDark = 0.8;
    private const double MostOtherwise = 0.1;

    // The share of the ink that is nearly as dark as the darkest: of a stroke most, but its edges; of a soft stain less.
    // Measured on faint digits of MNIST 0.48 to 0.9, on blurred grain 0.34 to 0.48.
    private const double NearlyDarkest = 0.8;
    private const double LeastNearlyDarkest = 0.48;

    /// <summary>Whether it is ink at all.</summary>
    public static bool IsInk(InkPlane plane) => MiddleTones(plane) <= MostMiddleTonesOfInk;

    /// <summary>Whether it is ink beyond doubt.</summary>
    /// <param name="plane">The ink.</param>
    /// <param name="patches">Its patches, dust too.</param>
    public static bool IsClear(InkPlane plane, ImmutableArray<Blob> patches)
    {
        var marks = DigitSelection.WithoutDust(patches, plane.StrokeWidth);
        return MiddleTones(plane) <= MostMiddleTones
            && patches.Length - marks.Length <= MostSpecks * marks.Length
            && !marks.Any(mark => mark.Box.Width == plane.Ink.Width || mark.Box.Height == plane.Ink.Height)
            && Otherwise(plane, marks) <= MostOtherwise
            && Core(plane, marks) >= LeastNearlyDarkest;
    }

    private static double Core(InkPlane plane, ImmutableArray<Blob> marks)
    {
        var least = NearlyDarkest * InkCoverage.Darkness(plane, marks.SelectMany(mark => mark.Runs));
        var core = 0;
        foreach (var run in marks.SelectMany(mark => mark.Runs))
        {
            foreach (var value in plane.Ink.Pixels.Span.Slice((run.Row * plane.Ink.Width) + run.Start, run.Length))
                core += value >= least ? 1 : 0;
        }

        return (double)core / marks.Sum(mark => mark.Area);
    }

    /// <summary>The share of the ink in patches that are darker or paler than most.</summary>
    private static double Otherwise(InkPlane plane, ImmutableArray<Blob> marks)
    {
        var all = InkCoverage.Darkness(plane, marks.SelectMany(mark => mark.Runs));
        var others = marks.Where(mark
            => InkCoverage.Darkness(plane, mark.Runs) is var own && (own < AsDark * all || own * AsDark > all));
        return (double)others.Sum(mark => mark.Area) / marks.Sum(mark => mark.Area);
    }

    /// <summary>
    /// How many pixels are half-way between paper and ink, though not at the edge of a stroke, for each pixel of ink.
    /// </summary>
    public static double MiddleTones(InkPlane plane)
    {
        var pixels = plane.Ink.Pixels.Span;
        var strokes = Array.ConvertAll(plane.Ink.Pixels.ToArray(), value => value >= plane.Threshold ? byte.MaxValue : byte.MinValue);
        var near = Sliding.Max(new GreyImage(plane.Ink.Width, plane.Ink.Height, strokes), Math.Max(1, plane.StrokeWidth / 3))
            .Pixels.Span;
        var (ink, middle) = (0, 0);
        for (var i = 0; i < pixels.Length; i++)
        {
            ink += strokes[i] > 0 ? 1 : 0;
            middle += near[i] == 0 && pixels[i] >= plane.Threshold / 2.0 ? 1 : 0;
        }

        return (double)middle / Math.Max(ink, 1);
    }
}
