using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Charts;

/// <summary>The heat map of any confusion matrix.</summary>
public class ConfusionHeatMapTests
{
    private static readonly ConfusionCounts Three = new(["ant", "bee", "cat"], [[900, 90, 10], [0, 400, 0], [0, 0, 0]]);

    [Fact]
    public void Draw_ThreeClasses_CountsAndPercentagesOfEveryCellThatIsNotEmpty()
    {
        var texts = SvgChart.Of(ConfusionHeatMap.Draw(Three)).Texts;

        string[] expected = ["900", "90.0 %", "90", "9.0 %", "10", "1.0 %", "400", "100 %"];
        Assert.All(expected, text => Assert.Contains(text, texts));
        Assert.DoesNotContain("0", texts);
        Assert.Equal(2, texts.Count(text => text == "bee"));
        Assert.Contains("1300 of 1400 right", texts);
    }

    [Fact]
    public void Draw_ThreeClasses_RightIsBlueAndTheLargerErrorIsTheStrongerOrange()
    {
        var cells = Cells(SvgChart.Of(ConfusionHeatMap.Draw(Three)), 3);

        Assert.True(cells[0][0].Blue > cells[0][0].Red, $"{cells[0][0]}");
        Assert.True(cells[0][1].Red > cells[0][1].Blue + 100, $"{cells[0][1]}");
        Assert.True(cells[0][2].Red > cells[0][2].Blue && cells[0][2].Blue > cells[0][1].Blue, $"{cells[0][2]}");
        Assert.Equal((255, 254), (cells[2][2].Red, cells[2][2].Blue));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(30)]
    public void Draw_AnyNumberOfClasses_EveryTextInsideItsCellOrThePicture(int classes)
    {
        ImmutableArray<string> names = [.. Enumerable.Range(0, classes).Select(i => $"a class with a long name, number {i}")];
        var chart = ConfusionHeatMap.Draw(new(names, [.. names.Select((_, i) => names.Select((_, j) => i == j ? 1234L : (long)(i * j)).ToImmutableArray())]));
        var svg = SvgChart.Of(chart);

        Assert.Equal(classes * classes, Cells(svg, classes).Sum(row => row.Length));
        var cell = svg.All("rect").Select(box => SvgChart.Number(box, "width")).Where(width => width < chart.Width / 2.0).DefaultIfEmpty(chart.Width).Max();
        foreach (var text in svg.All("text").Where(text => text.Value.All(letter => char.IsDigit(letter) || letter is '.' or ' ' or '%')))
        {
            Assert.True(SvgChart.Number(text, "font-size") >= 7, $"{text}");
            Assert.True(text.Attribute("textLength") is null || SvgChart.Number(text, "textLength") <= cell, $"{text}");
        }

        Assert.All(svg.Texts.Where(text => text.Contains("class with", StringComparison.Ordinal)), name => Assert.EndsWith("…", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("žółw, ελιά, ёж", "žółw, ελιά, ёж")]
    [InlineData("日本語とEnglish", "□□□□English")]
    [InlineData("😀 smile", "□ smile")]
    [InlineData("👩‍👩‍👧‍👦", "□")]
    [InlineData("bell\u0007 \uffff", "bell□ □")]
    [InlineData("two\nlines\tand a tab", "two lines and a tab")]
    public void Draw_NamesInAnyScript_EveryLetterOrABoxInItsPlace(string name, string drawn)
    {
        var chart = ConfusionHeatMap.Draw(new([name, "b"], [[3, 1], [0, 2]]));

        Assert.Equal(2, SvgChart.Of(chart).Texts.Count(text => text == drawn));
        Assert.NotEmpty(chart.ToPng());
    }

    [Fact]
    public void Draw_NameWithHalfAnEmoji_ABoxForIt()
        => Assert.Contains("half □", SvgChart.Of(ConfusionHeatMap.Draw(new(["half \ud83d", "b"], [[3, 1], [0, 2]]))).Texts);

    [Fact]
    public void Draw_LongNameOfEmoji_IsCutBetweenThem()
    {
        var name = string.Concat(Enumerable.Repeat("😀", 100_000));
        var drawn = SvgChart.Of(ConfusionHeatMap.Draw(new([name, "b"], [[3, 1], [0, 2]]))).Texts.Where(text => text.EndsWith('…'));

        Assert.All(drawn, text => Assert.Matches("^□{5,20}…$", text));
        Assert.Equal(2, drawn.Count());
    }

    [Theory]
    [InlineData("out.csv", "true \\ predicted,ant,bee,cat\nant,900,90,10\n")]
    [InlineData("out.JSON", "{\n  \"classNames\": [")]
    [InlineData("out.md", "| true \\\\ predicted | ant | bee | cat |\n")]
    [InlineData("out.svg", "<?xml")]
    [InlineData("out.png", "\uFFFDPNG")]
    public void Save_EachExtension_WritesThatFormat(string name, string start)
    {
        using var folder = new TemporaryFolder();
        ConfusionFile.Save(Three, folder.File(name));

        Assert.StartsWith(start, File.ReadAllText(folder.File(name)), StringComparison.Ordinal);
        Assert.Equal([name], folder.Names());
    }

    [Fact]
    public void Save_OtherExtension_Throws()
        => Assert.Throws<ArgumentException>(() => ConfusionFile.Save(Three, "out.xls"));

    // The fills of the cells, row by row: the only boxes that have a border.
    private static (int Red, int Blue)[][] Cells(SvgChart chart, int classes)
    {
        var placed = chart.All("rect").Where(box => box.Attribute("x") is not null).ToArray();
        var boxes = placed.Where(box => box.Attribute("stroke") is not null).ToArray();
        var fills = placed.Where(box => box.Attribute("fill")?.Value is ['#', ..])
            .GroupBy(Place).ToDictionary(group => group.Key, group => group.Last().Attribute("fill")!.Value);
        return [.. boxes.Select(box => fills[Place(box)]).Select(fill => (Part(fill, 1), Part(fill, 5))).Chunk(classes)];
    }

    private static (double X, double Y) Place(System.Xml.Linq.XElement box) => (SvgChart.Number(box, "x"), SvgChart.Number(box, "y"));

    private static int Part(string color, int start) => int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
