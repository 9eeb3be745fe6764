using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>The small data set that comes with the project, made from OpenCV's sheet of 5,000 digits.</summary>
/// <param name="Train">4,000 records, 400 of each digit.</param>
/// <param name="Test">1,000 records, 100 of each digit; none of them is in <paramref name="Train"/>.</param>
public sealed record SampleDigits(ImmutableArray<DigitRecord> Train, ImmutableArray<DigitRecord> Test)
{
    private const int SheetColumns = 100;
    private const int SheetRows = 50;
    private const int PerClass = SheetColumns * SheetRows / DigitFormat.Classes;
    private const int TestEvery = 5;

    /// <summary>
    /// Cuts the sheet into its cells and enlarges each to 28 x 28. Every fifth cell of a digit goes to the test part.
    /// The digits take turns (0, 1, ... 9, 0, 1, ...), since a network that learns in file order forgets what it has
    /// not seen for long.
    /// </summary>
    /// <param name="sheet">OpenCV's <c>digits.png</c>: 2000 x 1000, white on black, 100 columns and 50 rows of cells,
    /// five rows a digit.</param>
    /// <param name="path">Where the sheet came from, for the message if it is not one.</param>
    /// <returns>The two parts.</returns>
    /// <exception cref="InvalidInputException">The picture has another size.</exception>
    public static SampleDigits FromSheet(GreyImage sheet, string path = "digits.png")
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Width != SheetColumns * SampleCell.Side || sheet.Height != SheetRows * SampleCell.Side)
        {
            throw new InvalidInputException(
                path,
                $"is {sheet.Width} x {sheet.Height} pixels, not the 2000 x 1000 of OpenCV's sheet of digits; use "
                + "examples/data/digits.png of Debian's package opencv-doc or samples/data/digits.png of OpenCV");
        }

        var inTurn = Enumerable.Range(0, PerClass)
            .SelectMany(index => Enumerable.Range(0, DigitFormat.Classes).Select(digit => (index, digit)))
            .ToLookup(cell => cell.index % TestEvery == TestEvery - 1, cell => Record(sheet, cell.digit, cell.index));
        return new SampleDigits([.. inTurn[false]], [.. inTurn[true]]);
    }

    private static DigitRecord Record(GreyImage sheet, int digit, int index)
    {
        var row = (digit * (SheetRows / DigitFormat.Classes)) + (index / SheetColumns);
        var cell = sheet.Crop(
            index % SheetColumns * SampleCell.Side, row * SampleCell.Side, SampleCell.Side, SampleCell.Side);
        return new DigitRecord((byte)digit, SampleCell.Enlarge(cell));
    }
}
