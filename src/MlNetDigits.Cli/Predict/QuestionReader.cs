using System.Globalization;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>Reads the pictures of a file.</summary>
internal static class QuestionReader
{
    private const string? NoId = null;

    /// <summary>The pictures: of a file of rows at most <see cref="PredictPlan.Limit"/>, though all are checked.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with the file, or there are no digits in it.</exception>
    public static (IReadOnlyList<Question> Questions, RowFile? Rows) Read(Input input, PredictPlan plan) => InputKinds.Of(input.Path) switch
    {
        InputKind.Csv => Rows(
            input, "line", plan.Limit, CsvPictures.Read(input.Path, OfAnyClass(plan)).Select(row => (row.Line, row.Label, row.Pixels, row.Id))),
        InputKind.Idx => Rows(
            input, "image", plan.Limit, IdxPictures.Read(input.Path, OfAnyClass(plan)).Select(picture => (picture.Number, picture.Label, picture.Pixels, NoId))),
        InputKind.Npz => Rows(
            input, "image", plan.Limit, DigitRecords.Read(NpzFile.Find(input.Path, DigitPart.Test), OfAnyClass(plan)).Select((record, i) => (i + 1L, (byte?)record.Label, record.Pixels, NoId))),
        _ => ([Picture(input, plan)], null),
    };

    // What a label means depends on the model, which is loaded meanwhile.
    private static DigitDataOptions OfAnyClass(PredictPlan plan) => plan.DataOptions with { AcceptsOtherLabels = true };

    private static (IReadOnlyList<Question> Questions, RowFile Rows) Rows(
        Input input, string unit, int? limit, IEnumerable<(long Number, byte? Label, ReadOnlyMemory<byte> Pixels, string? Id)> rows)
    {
        var questions = new List<Question>();
        var count = 0;
        foreach (var (number, label, pixels, id) in rows)
        {
            count++;
            if (questions.Count >= limit)
                continue;
            questions.Add(new Question(input.Name, number, label?.ToString(CultureInfo.InvariantCulture), IsPage: false, [Whole(pixels)])
            {
                Unit = unit,
                LabelFrom = label is null ? null : Truth.Data,
                Id = id ?? count.ToString(CultureInfo.InvariantCulture),
            });
        }

        return count > 0
            ? (questions, new RowFile(input.Name, unit, count, questions.Count))
            : throw new InvalidInputException(
                input.Path, "has no rows; give one line a picture: 784 pixels, or a label before them");
    }

    private static Question Picture(Input input, PredictPlan plan)
    {
        var (digits, leftOut) = Find(PictureFile.Read(input.Path), input.Path, plan);
        var isPage = plan.Layout == LayoutMode.Page || digits.Length > 1;
        return new Question(input.Name, null, null, isPage, digits) { LeftOut = leftOut, ClassFolder = input.ClassFolder };
    }

    private static PageReading Find(GreyImage picture, string path, PredictPlan plan)
    {
        var isReady = plan.Prepare != PrepareMode.Always
            && (plan.Prepare == PrepareMode.Never
                || ((picture.Width, picture.Height) == (DigitFormat.Columns, DigitFormat.Rows)
                    && MnistForm.Matches(DigitImage.FromPicture(picture))));
        if (isReady)
            return Only(Whole(DigitImage.FromPicture(picture)) with { Box = new(0, 0, picture.Width, picture.Height) });

        return plan.Layout == LayoutMode.Digit
            ? Only(HandwritingReader.PrepareDigit(picture, path: path))
            : HandwritingReader.Read(picture, path: path);
    }

    private static PageReading Only(FoundDigit digit) => new([digit], []);

    private static FoundDigit Whole(ReadOnlyMemory<byte> pixels)
        => new(new PictureBox(0, 0, DigitFormat.Columns, DigitFormat.Rows), Line: 0, Position: 0, pixels);
}
