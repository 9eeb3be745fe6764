using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Finds handwritten digits in pictures and brings each into the form of MNIST's, which the network has learned from.
/// </summary>
/// <remarks>
/// Dark ink on light paper or light on dark; the light may be uneven, with shadows; a notebook's lines do not matter, nor
/// do frames and boxes around digits, grids, the desk under a sheet, specks, and signs between numbers. The faintest ink
/// that is found takes about a tenth of the paper's light. Digits of a page that touch side by side are cut apart where a
/// straight cut is plain; where it is not, and in a picture with nothing else to compare with, what may be several digits
/// is marked by <see cref="FoundDigit.Doubt"/>. A page's digits are between a third and about three times as high as is
/// usual on it, and its lines slant by less than about 15 degrees. A picture of up to 20 pixels a side is taken for one
/// digit unless it is wide.
/// </remarks>
public static class HandwritingReader
{
    /// <summary>All digits of a picture: of one digit, or of a page with many.</summary>
    /// <param name="page">The picture.</param>
    /// <param name="options">How to look at it; null for the defaults.</param>
    /// <param name="path">Where the picture came from, for the message if no digits can be found in it.</param>
    /// <returns>The digits in reading order, lines from top to bottom, each from left to right; at least one.</returns>
    /// <exception cref="InvalidInputException">The picture holds no ink, or so many marks that it shows something else.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static ImmutableArray<FoundDigit> FindDigits(
        GreyImage page, HandwritingOptions? options = null, string path = "the picture")
        => Read(page, options, path).Digits;

    /// <summary>All digits of a picture, and what of its ink is none.</summary>
    /// <param name="page">The picture.</param>
    /// <param name="options">How to look at it; null for the defaults.</param>
    /// <param name="path">Where the picture came from, for the message if no digits can be found in it.</param>
    /// <returns>The digits, at least one, and what was left out.</returns>
    /// <exception cref="InvalidInputException">The picture holds no ink, or so many marks that it shows something else.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PageReading Read(GreyImage page, HandwritingOptions? options = null, string path = "the picture")
    {
        ArgumentNullException.ThrowIfNull(page);
        options ??= new();
        options.Check();

        if (TinyPicture.IsTiny(page))
            return ReadPaper(page, options, path);

        var (speckless, specks) = SpeckFilter.Clean(page);
        var (paper, desk) = SheetOnDesk.Clean(speckless);
        var reading = ReadPaper(paper, options, path);
        return reading with { LeftOut = [.. specks, .. desk, .. reading.LeftOut] };
    }

    private static PageReading ReadPaper(GreyImage page, HandwritingOptions options, string path)
    {
        var view = Look(page, options, path);
        Refuse(Clutter.Describe(DigitSelection.WithoutDust(view.Patches, view.Plane.StrokeWidth).Length, options.MostDigits), path);
        var surroundings = view.IsOneDigit
            ? new Surroundings(view.Plane, view.Patches, [])
            : Surroundings.Remove(view.Working.Picture, view.Plane, view.Patches);
        var (plane, blobs, around) = surroundings;
        var marks = DigitSelection.WithoutDust(blobs, plane.StrokeWidth);
        Refuse(marks.IsEmpty ? "holds lines and no digits" : null, path);
        var (digits, leftOut) = view.IsOneDigit ? new DigitMarks([BlobGroup.Of(marks)], []) : DigitSelection.Select(marks, plane);
        Refuse(Clutter.Describe(digits, marks.Length, blobs.Length - marks.Length, options.MostDigits), path);

        var order = ReadingOrder.Lines([.. digits.Select(digit => digit.Box)]);
        return new PageReading(
            [
                .. order.SelectMany((line, row) => line.Select((index, position)
                    => Digit(view with { Plane = plane }, surroundings.Doubt(digits[index])) with { Line = row, Position = position })),
            ],
            [.. around.Concat(leftOut).Select(mark => mark with { Box = view.Working.Place(mark.Box) })]);
    }

    /// <summary>The digit of a picture that is known to hold exactly one: all ink belongs to it, however far apart.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="options">How to look at it; null for the defaults.</param>
    /// <param name="path">Where the picture came from, for the message if there is no ink in it.</param>
    /// <returns>The digit, in line 0 at position 0.</returns>
    /// <exception cref="InvalidInputException">The picture holds no ink.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static FoundDigit PrepareDigit(
        GreyImage picture, HandwritingOptions? options = null, string path = "the picture")
    {
        ArgumentNullException.ThrowIfNull(picture);
        options ??= new();
        options.Check();

        var view = Look(picture, options, path);
        var marks = LongLines.Remove(DigitSelection.WithoutDust(view.Patches, view.Plane.StrokeWidth), view.Plane);
        return Digit(view, BlobGroup.Of(marks));
    }

    private static InkView Look(GreyImage picture, HandwritingOptions options, string path)
        => InkView.Of(picture, options.WorkingPixels) ?? throw new InvalidInputException(
            path, "no ink found; give a picture of dark digits on light paper or of light ones on dark");

    private static void Refuse(string? problem, string path)
    {
        if (problem is not null)
            throw new InvalidInputException(path, problem + "; give a picture of digits, and crop away what is none");
    }

    private static FoundDigit Digit(InkView view, BlobGroup digit) => new(
        view.Working.Place(digit.Box),
        Line: 0,
        Position: 0,
        MnistPlacement.Place(StrokeThickness.Adjust(InkCoverage.Of(view.Plane, digit))))
    {
        Doubt = view.Doubt ?? digit.Doubt,
    };
}
