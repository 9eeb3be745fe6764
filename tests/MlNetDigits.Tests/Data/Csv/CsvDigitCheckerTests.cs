using System.Text;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Csv;

public sealed class CsvDigitCheckerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_GoodFile_CountsRowsAndClasses()
    {
        var check = Check($"{DigitFiles.Line("7")}\n{DigitFiles.Line("0")}\n{DigitFiles.Line("7")}\n");

        Assert.False(check.HasHeader);
        Assert.Equal(3, check.Counts.Rows);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 2, 0, 0], check.Counts.PerClass.AsEnumerable());
    }

    [Theory]
    [InlineData("\r\n", "\r\n", "")]
    [InlineData("\n", "", "")]
    [InlineData("\n", "\n\n \n\r\n", "")]
    [InlineData("\n", "\n", "\uFEFF")]
    public void Check_LineEndsAndByteOrderMark_AreTolerated(string between, string last, string start)
        => Assert.Equal(2, Check($"{start}{DigitFiles.Line("1")}{between}{DigitFiles.Line("2")}{last}").Counts.Rows);

    [Theory]
    [InlineData("label,1x1,1x2")]
    [InlineData("\"label\",\"pixel0\"")]
    [InlineData("Ziffer")]
    public void Check_FirstValueIsNoNumber_IsHeader(string header)
    {
        var check = Check($"{header}\n{DigitFiles.Line("3")}\n");

        Assert.True(check.HasHeader);
        Assert.Equal(1, check.Counts.Rows);
    }

    [Fact]
    public void Check_ColumnsNamedByNumbers_IsHeader()
        => Assert.True(Check($"label,{string.Join(',', Enumerable.Range(0, 784))}\n{DigitFiles.Line("3")}").HasHeader);

    [Fact]
    public void Check_HeaderSaidToBeThere_FirstLineIsNotCounted()
        => Assert.Equal(1, Check($"{DigitFiles.Line("3")}\n{DigitFiles.Line("4")}", hasHeader: true).Counts.Rows);

    [Theory]
    [InlineData("12.0")]
    [InlineData("12.5")]
    [InlineData(" 12 ")]
    [InlineData("1.2e1")]
    [InlineData("0012")]
    [InlineData("255")]
    [InlineData("+7")]
    public void Check_OddButRightPixel_IsAccepted(string pixel)
        => Assert.Equal(1, Check(DigitFiles.Line("5", (300, pixel))).Counts.Rows);

    [Fact]
    public void Check_LabelAsDecimal_IsAccepted()
        => Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 0], Check(DigitFiles.Line("5.0")).Counts.PerClass.AsEnumerable());

    [Theory]
    [InlineData("x", "pixel 11 (value 12 of the line) is 'x', not a number")]
    [InlineData("", "pixel 11 (value 12 of the line) is empty")]
    [InlineData("  ", "pixel 11 (value 12 of the line) is empty")]
    [InlineData("NaN", "is 'NaN', but a pixel is a number from 0 to 255")]
    [InlineData("Infinity", "is 'Infinity', but")]
    [InlineData("256", "is '256', but")]
    [InlineData("255.5", "is '255.5', but")]
    [InlineData("-1", "is '-1', but")]
    [InlineData("1000", "is '1000', but")]
    [InlineData("12a", "is '12a', not a number")]
    [InlineData("1 2", "is '1 2', not a number")]
    [InlineData("\u0001\t\u0002", "is '\\u0001\\u0009\\u0002', not a number")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789", "is 'abcdefghijklmnopqrstuvwxyz0123...', not a number")]
    public void Check_BadPixel_ErrorNamesLineAndValue(string pixel, string expected)
        => AssertProblem($"{DigitFiles.Line("1")}\n{DigitFiles.Line("2", (10, pixel))}\n", 2, expected);

    [Theory]
    [InlineData("10", "the label is '10', but the ten digits are 0 to 9")]
    [InlineData("-1", "the label is '-1', but")]
    [InlineData("2.5", "the label is '2.5', but")]
    [InlineData("nan", "the label is 'nan', but")]
    [InlineData("seven", "the label is 'seven', not a number")]
    [InlineData("", "the label is empty")]
    public void Check_BadLabel_ErrorNamesLineAndValue(string label, string expected)
        => AssertProblem($"{DigitFiles.Line("1")}\n{DigitFiles.Line(label)}", 2, expected);

    [Theory]
    [InlineData("x5", "the label is 'x5', not a number")]
    [InlineData("", "the label is empty")]
    public void Check_BadLabelInFirstLine_IsNotTakenForHeader(string label, string expected)
        => AssertProblem($"{DigitFiles.Line(label)}\n{DigitFiles.Line("1")}", 1, expected);

    [Fact]
    public void Check_HeaderSaidToBeMissing_TextInFirstLineIsError()
    {
        var path = _folder.Write("digits.csv", $"label{DigitFiles.Line("")}\n");

        var exception = Assert.Throws<InvalidInputException>(() => CsvDigitChecker.Check(path, new DigitDataOptions { HasHeader = false }));

        Assert.Equal(1, exception.Line);
        Assert.Contains("the label is 'label'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "expected 785 values (a label and 784 pixels), found 784")]
    [InlineData(1, "expected 785 values (a label and 784 pixels), found 786")]
    public void Check_RaggedRow_ErrorSaysHowMany(int surplus, string expected)
        => AssertProblem(
            $"{DigitFiles.Line("1")}\n3{string.Concat(Enumerable.Repeat(",9", 784 + surplus))}\n", 2, expected);

    [Fact]
    public void Check_TextAmongNumbersOfRaggedRow_ErrorSaysHowMany()
        => AssertProblem($"{DigitFiles.Line("1")}\n3,x,5\n", 2, "found 3");

    [Fact]
    public void Check_CommaAtTheEndOfALaterLine_ErrorSaysHowMany()
        => AssertProblem($"{DigitFiles.Line("1")}\n{DigitFiles.Line("1")},\n", 2, "found 786");

    [Fact]
    public void Check_Semicolons_ErrorSaysCommas()
        => AssertProblem(
            DigitFiles.Line("1").Replace(',', ';'), 1, "separate the values with commas", hasHeader: false);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "has no data rows")]
    [InlineData("label,pixels\n", "has no data rows")]
    [InlineData("1,2\0,3", "is a binary file, not CSV")]
    public void Check_NoDigits_ErrorIsAboutTheFile(string text, string expected) => AssertProblem(text, null, expected);

    [Theory]
    [InlineData("1F8B0800", "is a gzip file, not CSV; unpack it first")]
    [InlineData("504B030414", "is a zip file, not CSV; unpack it first")]
    [InlineData("89504E470D0A1A0A", "is a PNG picture, not CSV")]
    [InlineData("FFFE31002C00", "is UTF-16 text, not CSV; save it as UTF-8")]
    [InlineData("0000080300000001", "is an IDX images file, not CSV")]
    public void Check_OtherKindOfFile_ErrorNamesTheKind(string start, string expected)
    {
        var path = _folder.Write("digits.csv", Convert.FromHexString(start));

        var exception = Assert.Throws<InvalidInputException>(() => CsvDigitChecker.Check(path));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OneEndlessLine_ErrorSaysSo()
        => AssertProblem(new string('1', 3_000_000), 1, "the line is longer than");

    [Fact]
    public void Check_MissingFile_ErrorNamesIt()
    {
        var exception = Assert.Throws<InvalidInputException>(() => CsvDigitChecker.Check(_folder.File("none.csv")));

        Assert.Equal(_folder.File("none.csv"), exception.Path);
        Assert.Contains("is not there", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MoreThanOneBuffer_EveryLineIsSeen()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 2_000; i++)
            text.Append(DigitFiles.Line($"{i % 10}", (i % 784, "200"), (783, "17"))).Append('\n');
        var path = _folder.Write("digits.csv", $"{text}{DigitFiles.Line("4", (9, "!"))}");

        var exception = Assert.Throws<InvalidInputException>(() => CsvDigitChecker.Check(path));

        Assert.Equal(2_001, exception.Line);
    }

    private CsvDigitCheck Check(string text, bool? hasHeader = null)
        => CsvDigitChecker.Check(_folder.Write("digits.csv", text), new DigitDataOptions { HasHeader = hasHeader });

    private void AssertProblem(string text, long? line, string expected, bool? hasHeader = null)
    {
        var exception = Assert.Throws<InvalidInputException>(() => Check(text, hasHeader));

        Assert.Equal(line, exception.Line);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
