using System.Collections.Immutable;
using System.Globalization;

namespace MlNetDigits.Pictures;

/// <summary>Tells pages of digits from pictures of something else, such as grass, cloth or gravel.</summary>
internal static class Clutter
{
    // On pages of digits, crowded and slanted ones too, hardly any two boxes overlap; in a photo of grass most do.
    // So it is with dust: grass falls into many times more specks than marks.
    private const int FewDigits = 12;
    private const double MostOverlaps = 0.25;
    private const int FewSpecks = 300;
    private const int MostSpecksADigit = 10;

    // Digits are of one part or a few, and there are not many dots and dashes among them.
    private const int FewMarks = 40;
    private const int MostMarksADigit = 5;

    /// <summary>Says what is wrong before the marks are put together, which would take long with too many.</summary>
    /// <param name="marks">How many patches of ink there are that are more than specks.</param>
    /// <param name="mostDigits">How many digits there may be.</param>
    /// <returns>The end of a sentence about the picture; null if it may be a page of digits.</returns>
    public static string? Describe(int marks, int mostDigits)
        => marks > FewMarks + (MostMarksADigit * mostDigits)
            ? Invariant($"falls into {marks} marks, far more than the {mostDigits} digits that a page may have")
            : null;

    /// <summary>Says what is wrong.</summary>
    /// <param name="digits">What may be digits.</param>
    /// <param name="marks">How many patches of ink there are that are more than specks.</param>
    /// <param name="specks">How many patches of ink are too small to belong to one.</param>
    /// <param name="mostDigits">How many digits there may be.</param>
    /// <returns>The end of a sentence about the picture; null if it may be a page of digits.</returns>
    public static string? Describe(ImmutableArray<BlobGroup> digits, int marks, int specks, int mostDigits)
    {
        var count = digits.Length;
        if (count > mostDigits)
            return Invariant($"holds {count} marks, more than the {mostDigits} digits that a page may have");
        if (specks > FewSpecks + (MostSpecksADigit * count))
            return Invariant($"falls into {specks} specks and {marks} larger marks, as a photo of grass or gravel does");
        if (marks > FewMarks + (MostMarksADigit * count))
            return Invariant($"falls into {marks} marks that make no digits, as a photo of grass or cloth does");
        if (count >= FewDigits && Overlaps(digits) > MostOverlaps * count)
            return Invariant($"holds {count} marks that run into one another, as a photo of grass or cloth does");
        return null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int Overlaps(ImmutableArray<BlobGroup> digits)
    {
        PictureBox[] boxes = [.. digits.Select(digit => digit.Box).OrderBy(box => box.Left)];
        var overlaps = 0;
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = i + 1; j < boxes.Length && boxes[j].Left < boxes[i].Right; j++)
                overlaps += DoOverlap(boxes[i], boxes[j]) ? 1 : 0;
        }

        return overlaps;
    }

    private static bool DoOverlap(PictureBox a, PictureBox b)
        => a.SharedColumns(b) > 0.3 * Math.Min(a.Width, b.Width)
            && a.SharedRows(b) > 0.3 * Math.Min(a.Height, b.Height);
}
