using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Finds handwritten digits in pictures and brings each into the form of MNIST's, which the network has learned from.
/// </summary>
/// <remarks>
/// Dark ink on light paper or light on dark; the light may be uneven, with shadows; a notebook's pale lines do not
/// matter. Digits of a page that touch side by side are cut apart where a straight cut is plain; where it is not, and in
/// a picture with nothing else to compare with, they are found as one. A page's digits are between a third and about
/// three times as high as is usual on it, and its lines slant by less than about 15 degrees.
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
    {
        ArgumentNullException.ThrowIfNull(page);
        options ??= new();
        options.Check();

        var factor = WorkingSize.FactorFor(page, options.WorkingPixels);
        var (plane, blobs) = Look(page, factor, path);
        var marks = DigitSelection.WithoutDust(blobs, plane.StrokeWidth);
        Refuse(Clutter.Describe(marks.Length, options.MostDigits), path);
        var digits = DigitSelection.Digits(marks, plane);
        Refuse(Clutter.Describe(digits, marks.Length, blobs.Length - marks.Length, options.MostDigits), path);

        var lines = ReadingOrder.Lines([.. digits.Select(digit => digit.Box)]);
        return
        [
            .. lines.SelectMany((line, row) => line.Select((index, position)
                => Digit(page, plane, factor, digits[index]) with { Line = row, Position = position })),
        ];
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

        var factor = WorkingSize.FactorFor(picture, options.WorkingPixels);
        var (plane, blobs) = Look(picture, factor, path);
        var marks = LongLines.Remove(DigitSelection.WithoutDust(blobs, plane.StrokeWidth), plane);
        return Digit(picture, plane, factor, BlobGroup.Of(marks));
    }

    /// <summary>Tells ink from paper.</summary>
    /// <returns>The ink and its patches, of which at least one is more than dust.</returns>
    private static (InkPlane Plane, ImmutableArray<Blob> Blobs) Look(GreyImage picture, int factor, string path)
    {
        if (InkPlane.Of(WorkingSize.Shrink(picture, factor)) is { } plane
            && Blobs.Of(plane) is var blobs
            && !DigitSelection.WithoutDust(blobs, plane.StrokeWidth).IsEmpty)
        {
            return (plane, blobs);
        }

        throw new InvalidInputException(
            path, "no ink found; give a picture of dark digits on light paper or of light ones on dark");
    }

    private static void Refuse(string? problem, string path)
    {
        if (problem is not null)
            throw new InvalidInputException(path, problem + "; give a picture of digits, and crop away what is none");
    }

    private static FoundDigit Digit(GreyImage picture, InkPlane plane, int factor, BlobGroup digit) => new(
        digit.Box.Enlarge(factor, picture.Width, picture.Height),
        Line: 0,
        Position: 0,
        MnistPlacement.Place(StrokeThickness.Adjust(InkCoverage.Of(plane, digit))));
}
