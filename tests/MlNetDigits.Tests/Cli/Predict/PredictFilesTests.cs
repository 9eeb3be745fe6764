using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Predict;

/// <summary>Which files <c>digits predict</c> reads, and what it says of the others.</summary>
public sealed class PredictFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_OneBadFile_OthersAreAnsweredAndItIsNamed()
    {
        _folder.Draw("in/a.png", "31");
        _folder.Write("in/b.png", "no picture");
        _folder.Draw("in/c.png", "7");

        var run = _folder.Predict("in");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("error: in/b.png: is not a picture that can be read", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("in/a.png  2 digits", run.Output, StringComparison.Ordinal);
        Assert.Contains("in/c.png  7", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nFailed   1 file (see the errors)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_OneBadFileAndJson_IsInTheDocument()
    {
        _folder.Draw("a.png", "7");
        _folder.Write("b.csv", "5,0,0\n");

        var run = _folder.Predict("a.png", "b.csv", "gone.png", "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["a.png: 7"], run.Read());
        var failed = run.Json.GetProperty("failed").EnumerateArray().ToArray();
        Assert.Equal(["gone.png", "b.csv"], failed.Select(failure => failure.GetProperty("file").GetString()));
        Assert.Equal("is not there; check the name", failed[0].GetProperty("message").GetString());
        Assert.Equal(1, failed[1].GetProperty("line").GetInt32());
    }

    [Fact]
    public void Predict_AllBadAndJson_DocumentWithoutAnswers()
    {
        var run = _folder.Predict("gone.png", "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(0, run.Json.GetProperty("pictures").GetArrayLength());
        Assert.Equal(1, run.Json.GetProperty("failed").GetArrayLength());
    }

    [Fact]
    public void Predict_Folder_AllFormatsThatAreReadIfNamed()
    {
        string[] names = ["a.png", "b.webp", "c.bmp", "d.jfif", "e.JPG", "f.jpeg"];
        foreach (var name in names)
            _folder.Draw($"in/{name}", "7");

        Assert.Equal(names.Select(name => $"in/{name}: 7"), _folder.Predict("in", "--json").Read());
    }

    [Fact]
    public void Predict_FolderWithOtherFiles_NamesThem()
    {
        _folder.Draw("in/a.png", "7");
        _folder.Draw("in/nameless", "4");
        _folder.Draw("in/old/b.png", "1");
        _folder.Write("in/._a.png", "resource fork");
        _folder.Write("in/.DS_Store", "hidden");
        _folder.Write("in/Thumbs.db", "hidden");
        _folder.Write("in/notes.txt", "notes");
        _folder.Write("in/rows.csv", DrawnFolder.Rows("7"));

        var run = _folder.Predict("in", "--json");

        Assert.Equal(["in/a.png: 7", "in/nameless: 4"], run.Read());
        Assert.Equal(
            [
                "note: in/._a.png: a companion file of macOS, no picture",
                "note: in/notes.txt: no picture that can be read",
                "note: in/rows.csv: rows of digits (read if named)",
                "note: in/old: a folder (read if named)",
            ],
            run.ErrorLines);
        Assert.Equal(4, run.Json.GetProperty("skipped").GetArrayLength());
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Predict_FolderOfFoldersOnly_SaysHowToReadThem()
    {
        _folder.Draw("in/monday/a.png", "7");

        var run = _folder.Predict("in");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            "error: in: the folder holds no picture; name one of those in it, or all pictures below it as 'in/**'.", run.ErrorLines[^1]);
    }

    [Fact]
    public void Predict_FolderNamedLikeAPicture_IsAFolder()
    {
        _folder.Draw("x.png/a.png", "7");

        Assert.Equal(["x.png/a.png: 7"], _folder.Predict("x.png", "--json").Read());
    }

    [Theory]
    [InlineData("in/*.png", "in/a.png: 7", "in/b.png: 1")]
    [InlineData("in/?.jpg", "in/c.jpg: 4")]
    [InlineData("**", "in/a.png: 7", "in/b.png: 1", "in/c.jpg: 4", "in/sub/d.png: 3")]
    [InlineData("in/**/d.png", "in/sub/d.png: 3")]
    [InlineData("i*/sub", "in/sub/d.png: 3")]
    public void Predict_Pattern_ReadsWhatItMatches(string pattern, params string[] read)
    {
        _folder.Draw("in/a.png", "7");
        _folder.Draw("in/b.png", "1");
        _folder.Draw("in/c.jpg", "4");
        _folder.Draw("in/sub/d.png", "3");

        Assert.Equal(read, _folder.Predict(pattern, "--json").Read());
    }

    [Fact]
    public void Predict_PatternOfRows_ReadsThem()
    {
        _folder.Write("one.csv", DrawnFolder.Rows("71"));

        Assert.Equal(["one.csv: 7", "one.csv: 1"], _folder.Predict("*.csv", "--json").Read());
    }

    [LinuxFact]
    public void Predict_FileNamedLikeAPattern_IsThatFile()
    {
        _folder.Draw("*.png", "7");
        _folder.Draw("a.png", "1");

        Assert.Equal(["*.png: 7"], _folder.Predict("*.png", "--json").Read());
    }

    [Fact]
    public void Predict_PatternWithoutMatch_SaysSo()
    {
        var run = _folder.Predict("*.png");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("error: *.png: matches no file; check the pattern.", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Predict_NamedTwice_IsReadOnceAndSaysSo()
    {
        _folder.Draw("in/a.png", "7");

        var run = _folder.Predict("in/a.png", "in", "--json");

        Assert.Equal(["in/a.png: 7"], run.Read());
        Assert.Equal("note: in/a.png: named more than once, and read once", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Predict_StandardInput_PictureOrRowsByWhatIsInIt()
    {
        _folder.Draw("a.png", "31");

        Assert.Equal(["standard input: 31"], _folder.PredictInput(File.ReadAllBytes(_folder.File("a.png")), "-", "--json").Read());
        Assert.Equal(
            ["standard input: 7", "standard input: 4"],
            _folder.PredictInput(System.Text.Encoding.UTF8.GetBytes(DrawnFolder.Rows("74")), "-", "--json").Read());
    }

    [Fact]
    public void Predict_NothingOnStandardInput_SaysSo()
    {
        var run = _folder.PredictInput([], "-");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("error: standard input: is empty, not a picture.", Assert.Single(run.ErrorLines));
    }

    [LinuxFact]
    public void Predict_LinkToNothing_SaysSo()
    {
        File.CreateSymbolicLink(_folder.File("in.png"), _folder.File("gone.png"));
        _folder.Draw("a.png", "7");

        var run = _folder.Predict("in.png", "a.png", "--json");

        Assert.Equal(["a.png: 7"], run.Read());
        Assert.Equal("error: in.png: is a link to a file that is not there.", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Predict_Address_SaysThatItMustBeDownloaded()
    {
        var run = _folder.Predict("https://example.com/7.png");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            "error: https://example.com/7.png: is an address, not a file; download what it names, and give the file.",
            Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("evaluate", "--data", "https://example.com/test.csv")]
    [InlineData("data", "verify", "https://example.com/test.csv")]
    [InlineData("predict", "a.png", "--model", "https://example.com/test.csv")]
    public void AnyVerb_Address_SaysThatItMustBeDownloaded(params string[] arguments)
    {
        var run = DigitsRun.Run(_folder, arguments);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("test.csv: is an address, not a file; download what it names", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_IdxImages_LabelsFromBesideThem()
    {
        _folder.Write("rows.csv", DrawnFolder.Rows("714"));
        DigitsRun.Run(_folder, "data", "convert", "rows.csv", "some-images-idx3-ubyte");

        var labelled = _folder.Predict("some-images-idx3-ubyte", "--json");
        File.Delete(_folder.File("some-labels-idx1-ubyte"));
        var alone = _folder.Predict("some-images-idx3-ubyte", "--json");

        Assert.Equal(3, labelled.Json.GetProperty("accuracy").GetProperty("right").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, alone.Json.GetProperty("accuracy").ValueKind);
        Assert.Equal(labelled.Read(), alone.Read());
    }

    [Fact]
    public void Predict_RowsUnderAnotherName_AreReadByWhatIsInThem()
    {
        _folder.Write("rows.txt", DrawnFolder.Rows("71"));

        Assert.Equal(["rows.txt: 7", "rows.txt: 1"], _folder.Predict("rows.txt", "--json").Read());
    }

    [Fact]
    public void Predict_PictureNamedCsv_IsReadByWhatIsInIt()
    {
        _folder.Draw("a.png", "7");
        File.Move(_folder.File("a.png"), _folder.File("a.csv"));

        Assert.Equal(["a.csv: 7"], _folder.Predict("a.csv", "--json").Read());
    }
}
