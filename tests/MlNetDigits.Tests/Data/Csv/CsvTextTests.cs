using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Csv;

/// <summary>The forms of text that people have.</summary>
public sealed class CsvTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    [InlineData("\n\n")]
    [InlineData("\n \t\n\r\n")]
    [InlineData("\r\r")]
    public void Read_AnyLineEnd_GivesEachDigit(string end)
        => Assert.Equal("123", Labels($"{DigitFiles.Line("1")}{end}{DigitFiles.Line("2")}{end}{DigitFiles.Line("3")}{end}"));

    [Theory]
    [InlineData("\r", 3)]
    [InlineData("\r\r\n", 3)]
    [InlineData("\n\n", 5)]
    public void Read_BadLineAfterAnyLineEnd_ErrorNamesIt(string end, long line)
    {
        var path = _folder.Write("digits.csv", string.Join(end, DigitFiles.Line("1"), DigitFiles.Line("2"), DigitFiles.Line("x")));

        Assert.Equal(line, Assert.Throws<InvalidInputException>(() => CsvDigitChecker.Check(path)).Line);
    }

    [Fact]
    public void Read_LineEndsAcrossTheBuffer_GiveEachDigit()
    {
        // Lines of all lengths, so that some line end is cut by the buffer whatever its size.
        var lines = Enumerable.Range(0, 1500).Select(row => DigitFiles.Line($"{row % 10}", (row % 400, new string('0', row % 31) + "1")));
        var path = _folder.Write("digits.csv", string.Join("\r\r\n", lines));

        Assert.Equal(Enumerable.Repeat(150, 10), CsvDigitChecker.Check(path).Counts.PerClass.AsEnumerable());
    }

    [Fact]
    public void Read_AllInQuotes_GivesTheNumbers()
    {
        var line = string.Join(',', DigitFiles.Line("8", (3, "17")).Split(',').Select(value => $"\"{value}\""));
        var path = _folder.Write("digits.csv", $"{line}\n{line}\n");

        var digit = CsvFile.Read(new CsvSource(path)).First();

        Assert.Equal((8, 17), (digit.Label, digit.Pixels.Span[3]));
    }

    [Theory]
    [InlineData("# label")]
    [InlineData("#label")]
    [InlineData("//label")]
    [InlineData("% label")]
    public void Read_NamesAfterAMark_AreAHeader(string first)
    {
        var names = $"{first},{string.Join(',', Enumerable.Range(0, 784).Select(pixel => $"pixel{pixel}"))}";
        var path = _folder.Write("digits.csv", $"{names}\n{DigitFiles.Line("4")}\n{DigitFiles.Line("5")}\n");

        var check = CsvDigitChecker.Check(path);

        Assert.Equal(("label", 2), (check.Form.LabelName, check.Counts.Rows));
    }

    [Theory]
    [InlineData("# made on a Monday\n")]
    [InlineData("// one\n# two, three\n\n")]
    [InlineData("sep=,\n")]
    [InlineData("SEP=,\nlabel,pixels\n")]
    public void Read_RemarksBeforeTheDigits_AreNone(string top)
        => Assert.Equal("45", Labels($"{top}{DigitFiles.Line("4")}\n{DigitFiles.Line("5")}\n"));

    [Fact]
    public void Read_RemarkAmongTheDigits_IsRefused()
        => AssertProblem($"{DigitFiles.Line("4")}\n#{DigitFiles.Line("5")}\n{DigitFiles.Line("5")}", 2, "a remark among the digits");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_NamesAmongTheDigits_AreRefused(bool areAboveToo)
    {
        var names = $"label,{string.Join(',', Enumerable.Range(0, 784).Select(pixel => $"p{pixel}"))}";

        AssertProblem($"{(areAboveToo ? names : "")}\n{DigitFiles.Line("4")}\n{names}\n{DigitFiles.Line("5")}", 3, "the line names columns, and is among the digits");
    }

    [Theory]
    [InlineData(785, true)]
    [InlineData(785, false)]
    [InlineData(784, false)]
    public void Read_Arff_SkipsItsHead(int attributes, bool isClassLast)
    {
        var names = Enumerable.Range(0, attributes - 1).Select(pixel => $"@ATTRIBUTE p{pixel} NUMERIC").ToList();
        names.Insert(isClassLast ? names.Count : 0, "@attribute 'class' {0,1,2,3,4,5,6,7,8,9}");
        var rows = new[] { "4", "5" }.Select(label => isClassLast ? $"{DigitFiles.Line("")[1..]},{label}" : DigitFiles.Line(label));

        Assert.Equal("45", Labels($"% by Weka\n@relation digits\n\n{string.Join('\n', names)}\n@DATA\n% so\n{string.Join('\n', rows)}\n"));
    }

    [Fact]
    public void Read_SparseArff_IsRefused()
        => AssertProblem("@relation digits\n@attribute p0 numeric\n@data\n{0 4, 7 255}\n", 4, "the ARFF file is a sparse one");

    [Fact]
    public void Read_CommaAtEachLinesEnd_IsNoValue()
        => Assert.Equal("45", Labels($"{DigitFiles.Line("4")},\n{DigitFiles.Line("5")},\n"));

    [Fact]
    public void Read_ValueAfterTheCommaAtTheEnd_IsRefused()
        => AssertProblem($"{DigitFiles.Line("4")},\n{DigitFiles.Line("5")},6\n", 2, "has a value behind its last comma, '6'");

    [Theory]
    [InlineData("12,5", "is '12,5', not a number, but a pixel is a number from 0 to 255; write decimals with a point")]
    [InlineData("1.2.3", "is '1.2.3', not a number")]
    public void Read_NumbersOfOtherCountries_AreRefused(string pixel, string expected)
        => AssertProblem(DigitFiles.Line("4", (0, $"\"{pixel}\"")), 1, expected);

    [Theory]
    [InlineData(64, "pictures of 8 x 8 pixels")]
    [InlineData(1024, "pictures of 32 x 32 pixels")]
    [InlineData(793, "a label of ten columns, one of which is 1")]
    public void Read_PicturesOfAnotherSize_ErrorSaysWhich(int pixels, string expected)
        => AssertProblem($"3{string.Concat(Enumerable.Repeat(",9", pixels))}\n", 1, expected);

    private string Labels(string text)
        => string.Concat(CsvFile.Read(new CsvSource(_folder.Write("digits.csv", text))).Select(digit => digit.Label));

    private void AssertProblem(string text, long line, string expected)
    {
        var path = _folder.Write("digits.csv", text);

        var exception = Assert.Throws<InvalidInputException>(() => CsvDigitChecker.Check(path));

        Assert.Equal(line, exception.Line);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
