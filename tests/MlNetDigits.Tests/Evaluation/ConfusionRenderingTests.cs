using System.Globalization;
using System.Text.Json;
using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Evaluation;

/// <summary>A confusion matrix as CSV, JSON and Markdown.</summary>
public class ConfusionRenderingTests
{
    private static readonly ConfusionCounts Awkward = new(
        ["plain", "comma, \"quote\"", "two\nlines", "pipe | *star* <b>"], [[5, 1, 0, 0], [0, 2, 1, 0], [0, 0, 3, 0], [0, 0, 0, 0]]);

    private static readonly Gen<ConfusionCounts> Any =
        from classes in Gen.Int[1, 6]
        from names in Gen.String[Gen.Char[" ,\"\n\r|\\ab<é"], 0, 8].Array[classes]
        from counts in Gen.Long[0, 3].Array[classes].Array[classes]
        select new ConfusionCounts([.. names], [.. counts.Select(row => System.Collections.Immutable.ImmutableArray.Create(row))]);

    [Fact]
    public void Csv_AnyNamesAndCounts_ReadsBackEqual() => Any.ForAll(confusion =>
    {
        var table = Rfc4180.Parse(ConfusionCsv.Render(confusion));

        Assert.Equal(confusion.ClassNames, table[0].Skip(1));
        Assert.Equal(confusion.ClassNames, table.Skip(1).Select(line => line[0]));
        Assert.Equal(
            confusion.Rows.SelectMany(row => row),
            table.Skip(1).SelectMany(line => line.Skip(1)).Select(cell => long.Parse(cell, CultureInfo.InvariantCulture)));
    });

    [Fact]
    public void Csv_Awkward_QuotesWhatMustBeQuoted()
        => Assert.StartsWith(
            "true \\ predicted,plain,\"comma, \"\"quote\"\"\",\"two\nlines\",pipe | *star* <b>\nplain,5,1,0,0\n",
            ConfusionCsv.Render(Awkward),
            StringComparison.Ordinal);

    [Fact]
    public void Csv_Percentages_AreOfTheTrueClassAndEmptyWithoutRecords()
    {
        var table = Rfc4180.Parse(ConfusionCsv.Render(Awkward, ConfusionCells.RowPercentages));

        Assert.Equal(100.0 * 2 / 3, double.Parse(table[2][2], CultureInfo.InvariantCulture), 1e-12);
        Assert.Equal(["", "", "", ""], table[4].Skip(1));
    }

    [Fact]
    public void Json_Awkward_HoldsNamesCountsAndPercentages()
    {
        var json = JsonDocument.Parse(ConfusionJson.Render(Awkward)).RootElement;

        Assert.Equal(Awkward.ClassNames, json.GetProperty("classNames").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal([0, 2, 1, 0], json.GetProperty("rowsAreTrueClasses")[1].EnumerateArray().Select(count => count.GetInt64()));
        Assert.Equal(100.0 / 6, json.GetProperty("rowPercentages")[0][1].GetDouble(), 1e-12);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("rowPercentages")[3][0].ValueKind);
    }

    [Fact]
    public void Markdown_AnyNames_EveryLineHasTheSameNumberOfCells() => Any.ForAll(confusion =>
    {
        var lines = ConfusionMarkdown.Render(confusion).Split('\n');

        Assert.Equal(confusion.ClassNames.Length + 3, lines.Length);
        Assert.All(lines.SkipLast(1), line => Assert.Equal(confusion.ClassNames.Length + 2, Bars(line)));
    });

    [Fact]
    public void Markdown_Awkward_CountsAndPercentages()
    {
        var counts = ConfusionMarkdown.Render(Awkward).Split('\n');
        var shares = ConfusionMarkdown.Render(Awkward, ConfusionCells.RowPercentages).Split('\n');

        Assert.Equal(@"| true \\ predicted | plain | comma, ""quote"" | two lines | pipe \| \*star\* \<b\> |", counts[0]);
        Assert.Equal("| --- | ---: | ---: | ---: | ---: |", counts[1]);
        Assert.Equal("| **plain** | **5** | 1 |  |  |", counts[2]);
        Assert.Equal("| **plain** | **83.3** | 16.7 |  |  |", shares[2]);
        Assert.Equal(@"| **pipe \| \*star\* \<b\>** | - | - | - | - |", shares[5]);
    }

    [Fact]
    public void Markdown_ClassWithoutAName_HasAnEmptyHead()
        => Assert.Contains("\n|  | **3** | 1 |\n", ConfusionMarkdown.Render(new(["", "b"], [[3, 1], [0, 2]])), StringComparison.Ordinal);

    [Fact]
    public void Text_NamesWithLineBreaksAndTerminalCodes_ALineAClassAndNoCodes()
    {
        var text = ReportText.Confusion(new ConfusionCounts(["two\nlines", "\u001b[31mred"], [[1, 2], [3, 4]]));

        Assert.Equal(
            ["true \\ predicted  two lines   [31mred", "       two lines          1         2", "         [31mred          3         4", ""], text.Split('\n'));
    }

    [Fact]
    public void ReportMarkdown_FlowersOfMlNet_HasItsNumbers()
    {
        var flowers = Flowers.ScoredByMlNet();
        var names = ClassNames.Of(flowers.Scored.Schema["Label"], 3);
        var text = ReportMarkdown.Render(ClassificationReport.From(flowers.Metrics, names, rowsRead: 150));

        string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
        Assert.Contains($"| Micro accuracy | {Number(flowers.Metrics.MicroAccuracy)} |", text, StringComparison.Ordinal);
        Assert.Contains($"| Log-loss of the model's scores | {Number(flowers.Metrics.LogLoss)} |", text, StringComparison.Ordinal);
        var (precision, recall) = (flowers.Metrics.ConfusionMatrix.PerClassPrecision[0], flowers.Metrics.ConfusionMatrix.PerClassRecall[0]);
        Assert.Contains($"| setosa | {Number(precision)} | {Number(recall)} |", text, StringComparison.Ordinal);
    }

    // The bars between cells: those that no backslash is before.
    private static int Bars(string line) => line.Where((letter, i) => letter == '|' && (i == 0 || line[i - 1] != '\\')).Count();
}
