using System.Text.RegularExpressions;
using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>The README of the drawn pictures says how they were made and what is read right: here it is held to it.</summary>
public partial class DrawnPicturesTests(DrawnPictures drawn) : IClassFixture<DrawnPictures>
{
    [Fact]
    public void Predict_AllPictures_EveryDigitIsFoundWhereItIs()
    {
        Assert.Equal((153, 325), (drawn.Pictures.Length, drawn.Pictures.Sum(picture => picture.Digits.Length)));
        foreach (var picture in drawn.Pictures)
        {
            Assert.Equal(picture.Digits.Length, picture.Read.Length);
            foreach (var (digit, read) in picture.Digits.Zip(picture.Read))
            {
                // Two pixels for the blur of lens and JPEG, and one of fifty.
                var off = Sides(digit.Box).Zip(Sides(read.Box), (one, other) => Math.Abs(one - other)).Max();
                Assert.InRange(off, 0, 2 + (digit.Box.Height / 50));
            }
        }
    }

    [Fact]
    public void Predict_AllPictures_DigitsAreInReadingOrder()
        => Assert.All(drawn.Pictures, picture => Assert.Equal(
            picture.Digits.GroupBy(digit => digit.Line).SelectMany(line => line.Select((_, place) => (line.Key, place))),
            picture.Read.Select(read => (read.Line, read.Place))));

    [Fact]
    public void Predict_EachKind_RightAndSureAsOftenAsTheReadmeSays()
    {
        var counted = drawn.Pictures.GroupBy(picture => picture.Kind).Select(kind =>
        {
            var digits = kind.SelectMany(picture => picture.Digits.Zip(picture.Read)).ToArray();
            var right = digits.Count(pair => IsRight(pair));
            var notSure = digits.Count(pair => !pair.Second.IsSure);
            var notSureAndWrong = digits.Count(pair => !pair.Second.IsSure && !IsRight(pair));
            return FormattableString.Invariant($"{kind.Key}: {right} of {digits.Length} | {notSure} | {notSureAndWrong}");
        });

        var written = TableRow().Matches(drawn.Readme).Select(row => $"{row.Groups["kind"]}: {row.Groups["counts"]}");

        Assert.Equal(counted, written);
    }

    [Fact]
    public void Predict_AllPictures_MistakesAreThoseThatTheReadmeLists()
    {
        var made =
            from picture in drawn.Pictures
            from pair in picture.Digits.Zip(picture.Read)
            where !IsRight(pair)
            let read = pair.Second
            let place = picture.Digits.Length == 1 ? "" : $", line {read.Line + 1}, place {read.Place + 1}"
            let sure = read.IsSure ? ", and sure" : ""
            select $"- {picture.Kind}{place}: {pair.First.Digit} read as {read.Digit}{sure}";

        var written = drawn.Readme.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal));

        Assert.Equal(made, written);
    }

    [Fact]
    public void Predict_AllPictures_AccuracyAndFlagsAreThoseThatTheReadmeTells()
    {
        var accuracy = drawn.Run.Json.GetProperty("accuracy");
        int Number(string name) => accuracy.GetProperty(name).GetInt32();
        var (right, known) = (Number("right"), Number("known"));

        Assert.Equal(drawn.Pictures.Sum(picture => picture.Digits.Zip(picture.Read).Count(pair => IsRight(pair))), right);
        var text = drawn.Readme.ReplaceLineEndings(" ");
        var told = FormattableString.Invariant($"reads {right} of them right ({100.0 * right / known:F1} %)");
        var flags = $"not sure of {Number("notSure")}, among them {Number("notSureAndWrong")} of the {known - right} mistakes";
        Assert.Contains($"all {known} digits, in reading order, and {told}", text, StringComparison.Ordinal);
        Assert.Contains(flags, text, StringComparison.Ordinal);
    }

    private static bool IsRight((DrawnDigit First, ReadDigit Second) pair) => pair.First.Digit == pair.Second.Digit;

    private static int[] Sides(PictureBox box) => [box.Left, box.Top, box.Right, box.Bottom];

    [GeneratedRegex(@"^\| (?<kind>[a-z-]+) \| [^|]+ \| (?<counts>\d+ of \d+ \| \d+ \| \d+) \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
