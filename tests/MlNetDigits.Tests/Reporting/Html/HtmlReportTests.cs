using System.Globalization;
using System.Xml.Linq;
using Microsoft.ML.Data;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Reporting.Html;

/// <summary>The page as text: every number is ML.NET's, and nothing in a text can become markup.</summary>
public class HtmlReportTests(ReportExample example) : IClassFixture<ReportExample>
{
    private readonly XElement _page = Parse(HtmlReport.Render(example.Content));

    [Fact]
    public void Summary_Digits_IsMlNets()
    {
        var summary = Section("summary");

        Assert.Equal(example.Metrics.MicroAccuracy, Value(summary, "micro-accuracy"));
        Assert.Equal(example.Metrics.MacroAccuracy, Value(summary, "macro-accuracy"));
        Assert.Equal(example.Metrics.LogLoss, Value(summary, "log-loss"));
        Assert.Contains("of the raw scores, which do not sum to 1", summary.Value, StringComparison.Ordinal);
        var counts = example.Metrics.ConfusionMatrix.Counts;
        Assert.Equal(counts.Sum(row => row.Sum()), Value(summary, "rows-evaluated"));
        Assert.Equal(4000, Value(summary, "rows-read"));
        Assert.Equal(Enumerable.Range(0, 10).Sum(i => counts[i][i]), Value(summary, "right"));
        Assert.Equal(4000 - Value(summary, "right"), Value(summary, "wrong"));
    }

    [Fact]
    public void Confusion_Digits_CountsAndPercentagesAreMlNets()
    {
        var matrix = example.Metrics.ConfusionMatrix;
        var cells = Section("confusion").Descendants(Name("td")).Where(cell => cell.Attribute("data-count") is not null).ToArray();

        Assert.Equal(100, cells.Length);
        foreach (var cell in cells)
        {
            var (i, j) = ((int)Number(cell, "data-true"), (int)Number(cell, "data-predicted"));
            var share = matrix.Counts[i][j] / matrix.Counts[i].Sum();
            Assert.Equal(matrix.Counts[i][j], Number(cell, "data-count"));
            Assert.Equal(share, Number(cell, "data-share"), 1e-15);
            Assert.Equal($"{matrix.Counts[i][j]}", cell.Element(Name("b"))!.Value);
            if (matrix.Counts[i][j] > 0)
                Assert.Equal(100 * share, double.Parse(cell.Element(Name("small"))!.Value.TrimEnd('%').Trim('\u202F'), CultureInfo.InvariantCulture), 0.0501);
            Assert.Contains($"{i} taken for {j}: {matrix.Counts[i][j]} of ", cell.Attribute("title")!.Value, StringComparison.Ordinal);
            Assert.Equal(example.Content.Report.Confusion.ClassNames[i], cell.Parent!.Element(Name("th"))!.Value);
        }
    }

    [Fact]
    public void Classes_Digits_AreMlNets()
    {
        var matrix = example.Metrics.ConfusionMatrix;
        var rows = Section("classes").Descendants(Name("tr")).Where(row => row.Attribute("data-class") is not null).ToArray();

        Assert.Equal(matrix.PerClassPrecision, rows.Select(row => Value(row, "precision")));
        Assert.Equal(matrix.PerClassRecall, rows.Select(row => Value(row, "recall")));
        Assert.Equal(matrix.Counts.Select(row => row.Sum()), rows.Select(row => Value(row, "support")));
        foreach (var (precision, recall, row) in matrix.PerClassPrecision.Zip(matrix.PerClassRecall, rows))
            Assert.Equal(2 * precision * recall / (precision + recall), Value(row, "f1"), 1e-12);
    }

    [Fact]
    public void Pairs_Digits_AreTheLargestErrorsOfMlNetsMatrix()
    {
        var counts = example.Metrics.ConfusionMatrix.Counts;
        var rows = Section("pairs").Descendants(Name("tr")).Where(row => row.Attribute("data-true") is not null).ToArray();

        var errors = counts.SelectMany((row, i) => row.Where((_, j) => j != i)).OrderDescending().Take(rows.Length);
        Assert.Equal(errors, rows.Select(row => Value(row, "pair-count")));
        foreach (var row in rows)
        {
            var (i, j) = ((int)Number(row, "data-true"), (int)Number(row, "data-predicted"));
            Assert.Equal(counts[i][j], Value(row, "pair-count"));
            Assert.Equal(counts[i][j] / counts[i].Sum(), Value(row, "pair-share"), 1e-15);
            Assert.Equal(Math.Min(6, counts[i][j]), row.Descendants(Name("img")).Count());
        }
    }

    [Fact]
    public void Mistakes_Digits_AreTheModelsOwnScoresAndPictures()
    {
        var scores = example.Scored.GetColumn<float[]>("Score").ToArray();
        var digits = TestDigits.Train.Records.ToArray();
        var shown = Section("mistakes").Descendants(Name("li")).ToArray();

        var wrong = scores.Select((row, i) => (Row: i, Margin: row.Max() - row[digits[i].Label])).Where(answer => answer.Margin > 0).ToArray();
        Assert.Equal(Math.Min(44, wrong.Length), shown.Length);
        Assert.Equal(wrong.OrderByDescending(answer => answer.Margin).Take(44).Select(answer => (double)answer.Row), shown.Select(item => Number(item, "data-row")));
        foreach (var item in shown)
        {
            var row = (int)Number(item, "data-row");
            Assert.Equal(scores[row].Max(), Value(item, "score"), 1e-7);
            Assert.Equal(scores[row][digits[row].Label], Value(item, "true-score"), 1e-7);
            Assert.Equal(digits[row].Pixels.Select(pixel => (byte)(255 - pixel)), Pixels(item.Descendants(Name("img")).Single()));
        }
    }

    [Fact]
    public void Curves_History_HasItsNumbersAndMarks()
    {
        var rows = Section("curves").Descendants(Name("tr")).Where(row => row.Attribute("data-epoch") is not null).ToArray();

        Assert.Equal(ReportExample.History.Epochs.Select(epoch => epoch.TrainingError), rows.Select(row => Value(row, "training-error")));
        Assert.Equal(ReportExample.History.Epochs.Select(epoch => epoch.Duration.TotalSeconds), rows.Select(row => Value(row, "seconds")));
        Assert.Equal([0.951666, 0.973333], rows.Take(2).Select(row => Value(row, "validation-accuracy")));
        Assert.Equal([0.0425, 0.0331], rows.Take(2).Select(row => Value(row, "validation-error")));
        Assert.Equal(["", "best", "cut short"], rows.Select(row => row.Elements().Last().Value.Trim()));
        Assert.Equal((2, 0.973333), (Value(Section("curves"), "best-epoch"), Value(Section("curves"), "best-accuracy")));
    }

    [Fact]
    public void EveryNumber_AsShown_IsItsExactValueRounded()
    {
        var numbers = _page.Descendants(Name("data")).ToArray();

        Assert.True(numbers.Length > 150, $"{numbers.Length}");
        Assert.All(numbers, number =>
        {
            var shown = number.Value.Replace(",", "", StringComparison.Ordinal);
            var decimals = shown.TrimEnd(' ', '%').Split('.') is [_, var digits] ? digits.Length : 0;
            var value = double.Parse(shown.TrimEnd(' ', '%'), CultureInfo.InvariantCulture) / (shown.EndsWith('%') ? 100 : 1);
            var unit = Math.Pow(10, -decimals) / (shown.EndsWith('%') ? 100 : 1);
            Assert.Equal(Number(number, "value"), value, 0.5000001 * unit);
        });
    }

    [Fact]
    public void Render_FlowersOfMlNetsTrainer_NumbersAndTablesWithoutPictures()
    {
        var flowers = Flowers.ScoredByMlNet();
        var names = ClassNames.Of(flowers.Scored.Schema["Label"], 3);
        var report = ClassificationReport.From(flowers.Metrics, names, rowsRead: ModelAnswers.Read(flowers.Scored).Count());
        var page = Parse(HtmlReport.Render(new ReportContent("Flowers", report) { Answers = AnswerSheet.From(ModelAnswers.Read(flowers.Scored)) }));

        Assert.Equal(flowers.Metrics.LogLoss, Value(page, "log-loss"));
        Assert.Equal(flowers.Metrics.ConfusionMatrix.PerClassRecall, page.Descendants(Name("data")).Where(data => data.Attribute("data-metric")!.Value == "recall").Select(data => Number(data, "value")));
        Assert.Empty(page.Descendants(Name("img")));
        var mistakes = page.Descendants(Name("section")).Single(section => section.Attribute("id")!.Value == "mistakes");
        Assert.Equal(Math.Min(44, report.Confusion.Total - report.Confusion.Right), mistakes.Descendants(Name("tr")).Count() - 1);
    }

    [Fact]
    public void Render_OnlyMetrics_OnlyTheirSections()
    {
        var page = Parse(HtmlReport.Render(new ReportContent("Bare", example.Content.Report)));

        Assert.Equal(
            ["summary", "confusion", "pairs", "classes"], page.Descendants(Name("section")).Select(section => section.Attribute("id")!.Value));
    }

    [Fact]
    public void Render_HostileTexts_StayTexts()
    {
        const string Hostile = "<script>alert(1)</script>\"'&\0\u001b]]>-->";
        var confusion = new ConfusionCounts([Hostile, "b"], [[3, 1], [0, 0]]);
        var page = HtmlReport.Render(new ReportContent(Hostile, example.Content.Report with { Confusion = confusion })
        {
            Subtitle = Hostile,
            History = ReportExample.History,
            Answers = AnswerSheet.From([new Answer(0, 1, [2, 1])]),
            Options = [new(Hostile, Hostile)],
            Files = [new(Hostile, new FileDigest(Hostile, 1, Hostile))],
            Origin = new(default, Hostile, Hostile, Hostile),
        });

        var root = Parse(page);
        var expected = Hostile.Replace('\0', '\uFFFD').Replace('\u001b', '\uFFFD');
        Assert.Empty(root.Descendants(Name("script")));
        Assert.Equal(expected, root.Descendants(Name("h1")).Single().Value);
        Assert.Equal(expected, root.Descendants(Name("title")).Single().Value);
        Assert.Contains(root.Descendants(Name("td")), cell => cell.Attribute("title")?.Value.StartsWith(expected, StringComparison.Ordinal) == true);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void Render_WhatIsNoLetter_IsReplaced(int code)
    {
        var page = HtmlReport.Render(new ReportContent($"a{(char)code}b 😀", example.Content.Report));

        Assert.Equal("a\uFFFDb 😀", Parse(page).Descendants(Name("h1")).Single().Value);
    }

    [Theory]
    [InlineData(3999, 1, "99.9\u202F%")]
    [InlineData(999, 1, "99.9\u202F%")]
    [InlineData(4000, 0, "100\u202F%")]
    public void Confusion_OneMistakeAmongThousands_IsNotShownAsAllRight(long right, long wrong, string shown)
    {
        var confusion = new ConfusionCounts(["a", "b"], [[right, wrong], [0, 5]]);
        var page = Parse(HtmlReport.Render(new ReportContent("t", example.Content.Report with { Confusion = confusion })));

        Assert.Equal(shown, page.Descendants(Name("small")).First().Value);
    }

    [Theory]
    [InlineData(1, "The only wrong answer whose score")]
    [InlineData(3, "The 3 wrong answers whose score")]
    [InlineData(1045, "The 44 of 1,045 wrong answers whose score")]
    public void Mistakes_SomeOrAll_SaysHowManyThereAre(int wrong, string said)
    {
        var answers = AnswerSheet.From(Enumerable.Range(0, wrong).Select(row => new Answer(row, 1, [2, 1])));
        var page = HtmlReport.Render(new ReportContent("t", example.Content.Report) { Answers = answers });

        Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_SheetWithoutMistakes_HasItsPicturesAllTheSame()
    {
        var answers = AnswerSheet.From(ModelAnswers.Read(example.Scored), mistakes: 0, doubts: 0, examples: 1);
        var page = Parse(HtmlReport.Render(new ReportContent("t", example.Content.Report) { Answers = answers }));

        Assert.Equal(10, page.Descendants(Name("img")).Count());
    }

    [Fact]
    public void Summary_ClassThatTheModelDoesNotKnow_CountsAsWrongAndIsSaid()
    {
        var report = new ClassificationReport(5, 0, 0, 0.6, 0.75, 0.1, 0.9, null, new(["a", "b"], [[2, 0], [1, 1]])) { RowsOfUnknownClass = 1 };
        var page = Parse(HtmlReport.Render(new ReportContent("t", report)));

        Assert.Equal((3, 2, 1), (Value(page, "right"), Value(page, "wrong"), Value(page, "rows-of-unknown-class")));
    }

    [Fact]
    public void Render_ClassWithoutRecords_ShowsNoNumberForIt()
    {
        var confusion = new ConfusionCounts(["a", "b"], [[3, 0], [0, 0]]);
        var page = Parse(HtmlReport.Render(new ReportContent("t", example.Content.Report with { Confusion = confusion })));

        var recall = page.Descendants(Name("data")).Last(data => data.Attribute("data-metric")!.Value == "recall");
        Assert.Equal(("-", ""), (recall.Value, recall.Attribute("value")!.Value));
    }

    [Fact]
    public void Render_Twice_SamePage()
        => Assert.Equal(HtmlReport.Render(example.Content), HtmlReport.Render(example.Content));

    [Fact]
    public void Render_Everything_NeedsNothingElse()
    {
        var addresses = _page.DescendantsAndSelf().Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName is "src" or "href")
            .Select(attribute => attribute.Value);
        Assert.All(addresses, address => Assert.StartsWith("data:", address, StringComparison.Ordinal));
        Assert.Empty(_page.Descendants().Attributes("style"));
        var style = _page.Descendants(Name("style")).Single().Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SeveralCharts_NoIdTwiceAndEveryReferenceInItsOwnChart()
    {
        var ids = _page.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        XNamespace svg = "http://www.w3.org/2000/svg";
        var charts = _page.Descendants(svg + "svg").ToArray();
        Assert.Equal(3, charts.Length);
        foreach (var chart in charts)
        {
            var own = chart.Descendants().Attributes("id").Select(id => $"url(#{id.Value})").ToHashSet();
            Assert.All(chart.Descendants().Attributes("clip-path"), clip => Assert.Contains(clip.Value, own));
            Assert.NotEmpty(chart.Attribute("aria-label")!.Value);
        }
    }

    private static XElement Parse(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        return XElement.Parse(page[page.IndexOf('\n')..]);
    }

    private static XName Name(string name) => name;

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static double Value(XElement part, string metric)
        => Number(part.Descendants(Name("data")).First(data => data.Attribute("data-metric")!.Value == metric), "value");

    private static IEnumerable<byte> Pixels(XElement image)
    {
        using var bitmap = SKBitmap.Decode(Convert.FromBase64String(image.Attribute("src")!.Value.Split(',')[1]));
        return [.. bitmap.Pixels.Select(pixel => pixel.Red)];
    }

    private XElement Section(string id) => _page.Descendants(Name("section")).Single(section => section.Attribute("id")!.Value == id);
}
