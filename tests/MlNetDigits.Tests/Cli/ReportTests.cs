using System.Security.Cryptography;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>The tool's reports: a page, charts, and the confusion matrix in files.</summary>
public class ReportTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Report_WithHistoryAndCharts_PageAndChartsWithTheNumbersOfEvaluate()
    {
        using var folder = new TemporaryFolder();
        folder.Write("history.json", HistoryJson.ToNode(ReportExample.History).ToJsonString());
        var run = DigitsRun.Run(
            folder, "report", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--history", "history.json", "--out", "made/page.html", "--charts", "charts", "--format", "svg", "--json");
        var evaluated = DigitsRun.Run(trained.Folder, "evaluate", "--model", trained.Model, "--data", "test.csv", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(evaluated.Json.GetProperty("report").GetRawText(), run.Json.GetProperty("report").GetRawText());
        var accuracy = run.Json.GetProperty("report").GetProperty("microAccuracy").GetRawText();
        var page = File.ReadAllText(folder.File("made/page.html"));
        Assert.Contains($"data-metric=\"micro-accuracy\" value=\"{accuracy}\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"curves\"", page, StringComparison.Ordinal);
        var file = run.Json.GetProperty("files")[0];
        var sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(trained.Folder.File("test.csv"))));
        Assert.Equal(sum, file.GetProperty("sha256").GetString());
        Assert.Contains(sum, page, StringComparison.Ordinal);
        Assert.Contains("--out made/page.html", page, StringComparison.Ordinal);
        Assert.Equal(
            ["classes.svg", "confusion.svg", "learning-accuracy.svg", "learning-error.svg"],
            Directory.GetFiles(folder.File("charts")).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void Report_ModelAndDataOnly_OnePageWithoutCurves()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(
            folder, "report", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--out", "page.html");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["page.html"], folder.Names());
        Assert.DoesNotContain("id=\"curves\"", File.ReadAllText(folder.File("page.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--out must name a file that ends in .html", "--out", "page.txt")]
    [InlineData(2, "--charts must name a folder, but 'taken' is a file", "--out", "page.html", "--charts", "taken")]
    [InlineData(2, "--format must be png or svg", "--out", "page.html", "--format", "gif")]
    [InlineData(3, "taken, line 1: is not JSON", "--out", "page.html", "--history", "taken")]
    public void Report_WrongUsageOrBadHistory_OneLineAndNothingWritten(int exitCode, string said, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("taken", "");
        var run = DigitsRun.Run(
            folder, ["report", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), .. arguments]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(["taken"], folder.Names());
    }

    [Fact]
    public void Evaluate_ConfusionFiles_HoldTheCountsOfTheReport()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(
            folder, "evaluate", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--confusion", "a.csv", "--confusion", "b.json", "--confusion", "c.md", "--confusion", "d.png", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["a.csv", "b.json", "c.md", "d.png"], folder.Names());
        var rows = run.Json.GetProperty("report").GetProperty("confusionMatrix").GetProperty("rowsAreTrueClasses");
        Assert.Equal(
            rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(count => count.GetRawText()),
            Rfc4180.Parse(File.ReadAllText(folder.File("a.csv"))).Skip(1).SelectMany(line => line.Skip(1)));
    }

    [Theory]
    [InlineData("test.csv", "test.csv")]
    [InlineData("./link.csv", "link.csv")]
    public void Evaluate_ConfusionFileThatIsTheData_IsRefusedAndTheDataStays(string data, string told)
    {
        using var folder = new TemporaryFolder();
        File.Copy(trained.Folder.File("test.csv"), folder.File("test.csv"));
        File.CreateSymbolicLink(folder.File("link.csv"), folder.File("test.csv"));
        var run = DigitsRun.Run(
            folder, "evaluate", "--model", trained.Model, "--data", data, "--confusion", "good.csv", "--confusion", "test.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--confusion 'test.csv' would replace '{told}', which is read; name another file", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(trained.Folder.File("test.csv")), File.ReadAllBytes(folder.File("test.csv")));
        Assert.Equal(["link.csv", "test.csv"], folder.Names());
    }

    [Theory]
    [InlineData("--confusion must name a file that ends in .csv, .json, .md, .png, .svg, not 'a.xls'", "a.xls")]
    [InlineData("--confusion must name a file, but 'folder.csv' is a folder", "folder.csv")]
    public void Evaluate_ConfusionFileThatCannotBe_OneLineAndNothingWritten(string said, string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("folder.csv"));
        var run = DigitsRun.Run(
            folder, "evaluate", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--confusion", "good.csv", "--confusion", name);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["folder.csv"], folder.Names());
    }
}
