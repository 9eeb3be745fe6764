using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Recognises a frame or circle of dashes or dots around everything else.</summary>
internal static class DashedFrame
{
    private const int FewestDashes = 12;

    // In sides of the whole: how short a dash is, how far off the outline it may be; and how many may be farther.
    private const double LongestDash = 0.2;
    private const double Off = 0.05;
    private const double MostOff = 0.1;

    // In heights of the whole: what is in the frame is higher than a dash.
    private const double LeastHeight = 0.25;

    // The outline is looked at in so many parts, each of which must have a dash.
    private const int Parts = 12;

    /// <summary>Removes it.</summary>
    /// <param name="marks">Patches of ink.</param>
    public static (ImmutableArray<Blob> Marks, ImmutableArray<LeftOutMark> LeftOut) Remove(ImmutableArray<Blob> marks)
    {
        if (marks.Length <= FewestDashes)
            return (marks, []);

        var box = BlobGroup.Of(marks).Box;
        var longest = LongestDash * Math.Max(box.Width, box.Height);
        bool IsDash(Blob mark) => Math.Max(mark.Box.Width, mark.Box.Height) <= longest;
        var dashes = marks.Where(mark => IsDash(mark) && (OffBox(mark.Box, box) <= Off || OffEllipse(mark.Box, box) <= Off)).ToArray();
        var rest = marks.Except(dashes).ToImmutableArray();
        var isFrame = dashes.Length >= FewestDashes
            && rest.Count(IsDash) <= MostOff * dashes.Length
            && rest.Any(mark => mark.Box.Height >= LeastHeight * box.Height)
            && dashes.Select(dash => Part(dash.Box, box)).Distinct().Count() == Parts;
        return isFrame ? (rest, [new LeftOutMark("frame", box)]) : (marks, []);
    }

    private static (double X, double Y) Place(PictureBox mark, PictureBox box) => (
        ((mark.Left + (mark.Width / 2.0) - box.Left) / box.Width * 2) - 1,
        ((mark.Top + (mark.Height / 2.0) - box.Top) / box.Height * 2) - 1);

    private static double OffBox(PictureBox mark, PictureBox box)
    {
        var (x, y) = Place(mark, box);
        return (1 - Math.Max(Math.Abs(x), Math.Abs(y))) / 2;
    }

    private static double OffEllipse(PictureBox mark, PictureBox box)
    {
        var (x, y) = Place(mark, box);
        return Math.Abs(1 - Math.Sqrt((x * x) + (y * y))) / 2;
    }

    private static int Part(PictureBox mark, PictureBox box)
    {
        var (x, y) = Place(mark, box);
        return (int)Math.Floor((Math.Atan2(y, x) + Math.PI) / (2 * Math.PI) * Parts) % Parts;
    }
}
