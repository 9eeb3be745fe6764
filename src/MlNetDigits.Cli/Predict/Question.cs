using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>A picture to ask the network about.</summary>
/// <param name="File">The file that it is in.</param>
/// <param name="Line">The line, if it is a text file.</param>
/// <param name="Label">The right answers in reading order, a character a digit, if they are known.</param>
/// <param name="IsPage">Whether it is answered with lines of digits.</param>
/// <param name="Digits">The digits in it; at least one.</param>
internal sealed record Question(
    string File, long? Line, string? Label, bool IsPage, ImmutableArray<FoundDigit> Digits)
{
    /// <summary>
    /// What the name of a page would tell, if as many digits had been found; null if there is nothing of the kind.
    /// </summary>
    public string? OtherLabel => Label is null && IsPage ? NameLabel.Of(File) : null;

    /// <summary>Reads the pictures of a file: of a text file at most <see cref="PredictPlan.Limit"/> lines.</summary>
    /// <exception cref="InvalidInputException">The file is neither, or there are no digits in it.</exception>
    public static IEnumerable<Question> Read(string path, PredictPlan plan)
        => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? ReadText(path, plan.Limit)
            : [ReadPicture(path, plan)];

    private static Question[] ReadText(string path, int limit)
    {
        Question[] questions =
        [
            .. CsvPictures.Read(path).Take(limit).Select(row => new Question(
                path,
                row.Line,
                row.Label?.ToString(CultureInfo.InvariantCulture),
                IsPage: false,
                [Whole(row.Pixels)])),
        ];
        return questions.Length > 0
            ? questions
            : throw new InvalidInputException(
                path, "has no rows; give one line a picture: 784 pixels, or a label before them");
    }

    private static Question ReadPicture(string path, PredictPlan plan)
    {
        var digits = Find(PictureFile.Read(path), path, plan);
        var isPage = plan.Layout == LayoutMode.Page || digits.Length > 1;
        var label = NameLabel.Of(path);

        // If the name tells of one digit and more were found, that is a mistake to be counted. A longer number that is
        // not as long as what was found is more likely the camera's.
        var isLabel = label?.Length == 1 || label?.Length == digits.Length;
        return new Question(path, null, isLabel ? label : null, isPage, digits);
    }

    private static ImmutableArray<FoundDigit> Find(GreyImage picture, string path, PredictPlan plan)
    {
        var isReady = plan.Prepare != PrepareMode.Always
            && (plan.Prepare == PrepareMode.Never
                || ((picture.Width, picture.Height) == (DigitFormat.Columns, DigitFormat.Rows)
                    && MnistForm.Matches(DigitImage.FromPicture(picture))));
        if (isReady)
            return [Whole(DigitImage.FromPicture(picture)) with { Box = new(0, 0, picture.Width, picture.Height) }];

        return plan.Layout == LayoutMode.Digit
            ? [HandwritingReader.PrepareDigit(picture, path: path)]
            : HandwritingReader.FindDigits(picture, path: path);
    }

    private static FoundDigit Whole(ReadOnlyMemory<byte> pixels)
        => new(new PictureBox(0, 0, DigitFormat.Columns, DigitFormat.Rows), Line: 0, Position: 0, pixels);
}
