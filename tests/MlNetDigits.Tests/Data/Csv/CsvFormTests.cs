using System.Globalization;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Csv;

/// <summary>What is understood of the columns of a file.</summary>
public sealed class CsvFormTests : IDisposable
{
    private static readonly int[] Labels = [3, 0, 7, 7, 1, 9];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("label")]
    [InlineData("Class")]
    [InlineData("\"TARGET\"")]
    [InlineData(" digit ")]
    [InlineData("y")]
    public void Check_LabelNamedLast_IsTakenFromThere(string name)
    {
        var check = Check($"{Names("pixel", 784)},{name}\n{Rows((label, pixels) => $"{pixels},{label}")}");

        AssertLabels(check);
        Assert.Equal(785, check.Form.LabelColumn);
        Assert.Equal(name.Trim().Trim('"'), check.Form.LabelName);
    }

    [Fact]
    public void Check_LabelNamedAmongThePixels_IsTakenFromThere()
    {
        var names = Names("p", 784).Split(',');
        var rows = Rows((label, pixels) => pixels.Split(',') is var split ? string.Join(',', [.. split[..400], label, .. split[400..]]) : "");

        var check = Check($"{string.Join(',', [.. names[..400], "label", .. names[400..]])}\n{rows}");

        AssertLabels(check);
        Assert.Equal(401, check.Form.LabelColumn);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("ImageId")]
    [InlineData("")]
    [InlineData("Unnamed: 0")]
    [InlineData("index")]
    public void Check_ColumnOfIds_IsSkipped(string name)
    {
        var check = Check($"{name},label,{Names("pixel", 784)}\n{Rows((label, pixels) => $"x{label}7,{label},{pixels}")}");

        AssertLabels(check);
        Assert.Equal([1], check.Form.SkippedColumns.AsEnumerable());
    }

    [Fact]
    public void Check_ColumnsNamedOtherwiseThanThePixels_AreSkipped()
    {
        var check = Check($"file,label,{Names("pixel", 784)},author\n{Rows((label, pixels) => $"a.png,{label},{pixels},me")}");

        AssertLabels(check);
        Assert.Equal([1, 787], check.Form.SkippedColumns.AsEnumerable());
    }

    [Fact]
    public void Check_OneColumnNamedOtherwiseThanThePixels_IsTheLabel()
    {
        var check = Check($"id,{string.Join(',', Enumerable.Range(0, 784).Select(pixel => $"{(pixel / 28) + 1}x{(pixel % 28) + 1}"))},Ziffer\n{Rows((label, pixels) => $"a,{pixels},{label}")}");

        AssertLabels(check);
        Assert.Equal("Ziffer", check.Form.LabelName);
    }

    [Fact]
    public void Check_NamesOfRowsAsRWritesThem_AreSkipped()
    {
        var check = Check($"\"label\",{Names("V", 784)}\n{Rows((label, pixels) => $"\"row\",{label},{pixels}")}");

        AssertLabels(check);
        Assert.Equal([1], check.Form.SkippedColumns.AsEnumerable());
    }

    [Theory]
    [InlineData("0", 785, true)]
    [InlineData("1", 785, true)]
    [InlineData("0", 785, false)]
    public void Check_NamesThatAreNumbers_AreAHeader(string start, int count, bool isLabelFirst)
    {
        var first = int.Parse(start, CultureInfo.InvariantCulture);
        var names = string.Join(',', Enumerable.Range(first, count));

        var check = Check($"{names}\n{Rows((label, pixels) => isLabelFirst ? $"{label},{pixels}" : $"{pixels},{label}")}");

        Assert.True(check.HasHeader);
        AssertLabels(check);
    }

    [Fact]
    public void Check_LabelLastWithoutNames_IsTakenFromThere()
    {
        var check = Check(Rows((label, pixels) => $"{pixels},{label}"));

        AssertLabels(check);
        Assert.Equal(785, check.Form.LabelColumn);
    }

    [Fact]
    public void Check_LabelLastAndSortedWithoutNames_IsTakenFromThere()
    {
        // More digits of one class than are looked at at first.
        var rows = Enumerable.Range(0, 400).Select(row => $"{Pixels},{row / 300}");

        Assert.Equal([300, 100], Check(string.Join('\n', rows)).Counts.PerClass[..2].AsEnumerable());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Check_CountedWithoutNames_LabelIsTheSecond(int start)
    {
        var row = start;

        var check = Check(Rows((label, pixels) => $"{row++},{label},{pixels}"));

        AssertLabels(check);
        Assert.Equal([1], check.Form.SkippedColumns.AsEnumerable());
        Assert.Equal(2, check.Form.LabelColumn);
    }

    [Fact]
    public void Check_CountThatBreaksOff_ErrorNamesTheLine()
    {
        var rows = Enumerable.Range(0, 300).Select(row => $"{(row == 250 ? 7 : row)},{row % 10},{Pixels}");

        AssertProblem(string.Join('\n', rows), 251, "value 1 of the line is '7', but in the lines before it counts the digits, and 250 comes next");
    }

    [Fact]
    public void Check_EitherEndCouldBeTheLabel_IsRefused()
        => AssertProblem(Rows((label, pixels) => $"{label},{pixels[..^1]}{label}"), null, "both the first and the last of 785 could be the label; say which column is the label with --label-column");

    [Fact]
    public void Check_LastColumnTurnsOutToBeLabelsLater_IsRefused()
    {
        var rows = Enumerable.Range(0, 300).Select(row => $"{row % 7},{Pixels[..^1]}{(row < 250 ? 0 : row % 10)}");

        AssertProblem(string.Join('\n', rows), null, "both the first and the last of 785 could be the label");
    }

    [Theory]
    [InlineData("first")]
    [InlineData("1")]
    [InlineData("FIRST")]
    public void Check_LabelSaid_IsTakenFromThere(string said)
        => AssertLabels(Check(Rows((label, pixels) => $"{label},{pixels[..^1]}{label}"), said));

    [Theory]
    [InlineData("last")]
    [InlineData("785")]
    [InlineData("answer")]
    public void Check_LabelSaidToBeLast_IsTakenFromThere(string said)
        => AssertLabels(Check($"{Names("pixel", 784)},Answer\n{Rows((label, pixels) => $"{pixels},{label}")}", said));

    [Theory]
    [InlineData("kind", "has no column of the name 'kind'")]
    [InlineData("786", "has 785 columns, so the label cannot be in column 786")]
    [InlineData("none", "has no column of labels")]
    public void Check_LabelSaidThatIsNotThere_IsRefused(string said, string expected)
        => AssertProblem($"label,{Names("pixel", 784)}\n{Rows((label, pixels) => $"{label},{pixels}")}", null, expected, said);

    [Fact]
    public void Check_LabelInsideWithoutNames_IsRefused()
        => AssertProblem(Rows((label, pixels) => $"{pixels[..20]}{label},{pixels[20..]}"), 1, "column 11 could be the label as well as column 1");

    [Fact]
    public void Check_OnlyZeros_AreOneClass()
        => Assert.Equal(6, Check(Rows((_, pixels) => $"0,{pixels}")).Counts.PerClass[0]);

    [Fact]
    public void Check_TwoNamesOfLabels_IsRefused()
        => AssertProblem($"class,{Names("pixel", 783)},label\n{Rows((label, pixels) => $"{label},{pixels}")}", null, "has 2 columns that can be the label ('class', 'label')");

    [Fact]
    public void Check_NoLabels_IsRefused()
        => AssertProblem($"{Names("pixel", 784)}\n{Rows((_, pixels) => pixels)}", 2, "has no column of labels");

    [Fact]
    public void Check_PixelsSortedByNameAsWords_ArePutInOrder()
    {
        // pixel0, pixel1, pixel10, pixel100, ...
        int[] order = [.. Enumerable.Range(0, 784).OrderBy(pixel => $"pixel{pixel}", StringComparer.Ordinal)];
        var values = Enumerable.Range(0, 784).Select(pixel => pixel % 256).ToArray();
        var path = _folder.Write("digits.csv", $"label,{string.Join(',', order.Select(pixel => $"pixel{pixel}"))}\n4,{string.Join(',', order.Select(pixel => values[pixel]))}\n");

        Assert.True(CsvDigitChecker.Check(path).Form.IsReordered);
        Assert.Equal(values, Assert.Single(CsvFile.Read(new CsvSource(path))).Pixels.ToArray().Select(pixel => (int)pixel));
    }

    [Fact]
    public void Check_NameIsTheDigitOfAnotherScript_IsANameAsAnyOther()
    {
        var check = Check($"\uFF11,{string.Join(',', Enumerable.Range(1, 784))}\n{Rows((label, pixels) => $"{label},{pixels}")}");

        AssertLabels(check);
        Assert.Equal("\uFF11", check.Form.LabelName);
    }

    [Fact]
    public void Check_DigitThatPandasMadeNamesOf_IsRefused()
    {
        var seen = new Dictionary<string, int>();
        var names = DigitFiles.Line("5").Split(',').Select(value =>
        {
            seen[value] = seen.TryGetValue(value, out var count) ? count + 1 : 0;
            return seen[value] == 0 ? value : $"{value}.{seen[value]}";
        });

        AssertProblem($"{string.Join(',', names)}\n{DigitFiles.Line("6")}", 1, "pandas has made names");
    }

    private static string Pixels => DigitFiles.Line("")[1..];

    private static string Names(string word, int count) => string.Join(',', Enumerable.Range(0, count).Select(pixel => $"{word}{pixel}"));

    private static string Rows(Func<string, string, string> line)
        => string.Concat(Labels.Select(label => line(label.ToString(CultureInfo.InvariantCulture), Pixels) + "\n"));

    private static void AssertLabels(CsvDigitCheck check)
        => Assert.Equal(Enumerable.Range(0, 10).Select(digit => Labels.Count(label => label == digit)), check.Counts.PerClass.AsEnumerable());

    private CsvDigitCheck Check(string text, string? label = null)
        => CsvDigitChecker.Check(_folder.Write("digits.csv", text), new DigitDataOptions { LabelColumn = LabelColumn.Parse(label) });

    private void AssertProblem(string text, long? line, string expected, string? label = null)
    {
        var exception = Assert.Throws<InvalidInputException>(() => Check(text, label));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        if (line is not null)
            Assert.Equal(line, exception.Line);
    }
}
