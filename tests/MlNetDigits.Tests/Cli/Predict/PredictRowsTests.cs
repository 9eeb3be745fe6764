using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Predict;

/// <summary>Files of many rows: all are read, and written as a table.</summary>
public sealed class PredictRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_Rows_AllAreRead()
    {
        _folder.Write("rows.csv", DrawnFolder.Rows("01234567890123456789"));

        var run = _folder.Predict("rows.csv");

        Assert.Contains("rows.csv, line 20  9", run.Output, StringComparison.Ordinal);
        Assert.Contains("(20 of 20 right)", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nLabels   from the data\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_Limit_SaysHowManyOfHowMany()
    {
        _folder.Write("rows.csv", DrawnFolder.Rows("01234"));

        var text = _folder.Predict("rows.csv", "--limit", "3");
        var json = _folder.Predict("rows.csv", "--limit", "3", "--json");

        Assert.EndsWith("\nRead     3 of 5 lines of rows.csv (--limit 3)\n", text.Output, StringComparison.Ordinal);
        var rows = Assert.Single(json.Json.GetProperty("rows").EnumerateArray());
        Assert.Equal((5, 3), (rows.GetProperty("rows").GetInt32(), rows.GetProperty("read").GetInt32()));
        Assert.Equal(3, json.Read().Count);
    }

    [Fact]
    public void Predict_BadLineAfterTheLimit_IsToldAllTheSame()
    {
        _folder.Write("rows.csv", DrawnFolder.Rows("01") + "7,1,2\n");

        var run = _folder.Predict("rows.csv", "--limit", "1");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("error: rows.csv, line 3: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_VeryManyRows_FirstRowsAndCounts()
    {
        _folder.Write("rows.csv", DrawnFolder.Rows(string.Concat(Enumerable.Repeat("0123456789", 21)), isLabelled: false));

        var lines = _folder.Predict("rows.csv").Output.Split('\n');

        Assert.StartsWith("rows.csv, line 20  9", lines[20], StringComparison.Ordinal);
        Assert.Equal("... and 190 more; --csv FILE writes all", lines[21]);
        Assert.Equal("In all   0: 21, 1: 21, 2: 21, 3: 21, 4: 21, 5: 21, 6: 21, 7: 21, 8: 21, 9: 21", lines[23]);
    }

    [Fact]
    public void PredictCsv_OneFileOfRows_IsWhatKaggleWants()
    {
        _folder.Write("test.csv", "pixel0," + string.Join(',', Enumerable.Range(1, 783).Select(i => $"pixel{i}")) + "\n" + DrawnFolder.Rows("714", isLabelled: false));

        var run = _folder.Predict("test.csv", "--csv", "submission.csv");

        Assert.Equal("ImageId,Label\n1,7\n2,1\n3,4\n", File.ReadAllText(_folder.File("submission.csv")));
        Assert.EndsWith("\nWritten  submission.csv\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PredictCsv_StandardOutput_HasNothingElse()
    {
        _folder.Write("test.csv", DrawnFolder.Rows("7140"));

        var run = _folder.Predict("test.csv", "--csv", "-", "--limit", "2");

        Assert.Equal("ImageId,Label\n1,7\n2,1\n", run.Output);
        Assert.Equal("warning: 2 of 4 lines of test.csv (--limit 2)", Assert.Single(run.ErrorLines, line => line.Contains("lines of", StringComparison.Ordinal)));
    }

    [LinuxFact]
    public void PredictCsv_PicturesWithOddNames_AreQuoted()
    {
        _folder.Draw("a, \"b\"\n.png", "31");
        _folder.Draw("ü 7.png", "4");

        var run = _folder.Predict("a, \"b\"\n.png", "ü 7.png", "--csv", "-");

        Assert.Equal(
            [["File", "Line", "Label", "Sure"], ["a, \"b\"\n.png", "", "31", "true"], ["ü 7.png", "", "4", "true"]], Rfc4180.Parse(run.Output));
    }

    [LinuxFact]
    public void Predict_NameWithALineFeed_StaysInItsRow()
    {
        _folder.Draw("a\nb.png", "7");
        _folder.Draw("c.png", "4");

        Assert.Contains("\na\\u000Ab.png  7 ", _folder.Predict("a\nb.png", "c.png").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PredictCsv_NothingRead_WritesNothing()
    {
        var run = _folder.Predict("gone.csv", "--csv", "out.csv");

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void PredictCsv_PictureOfTheFolderThatIsRead_IsNotReplaced()
    {
        _folder.Draw("in/a.png", "7");
        var before = File.ReadAllBytes(_folder.File("in/a.png"));

        var run = _folder.Predict("in", "--csv", "in/a.png");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(before, File.ReadAllBytes(_folder.File("in/a.png")));
    }

    [Theory]
    [InlineData("--csv 'rows.csv' would replace", "rows.csv", "--csv", "rows.csv")]
    [InlineData("--csv - and --json would both have standard output", "rows.csv", "--csv", "-", "--json")]
    [InlineData("--csv must name a file", "rows.csv", "--csv", ".")]
    public void PredictCsv_PlaceThatCannotBe_IsSaidBeforeAnythingIsRead(string said, params string[] arguments)
    {
        _folder.Write("rows.csv", DrawnFolder.Rows("7"));

        var run = _folder.Predict(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
