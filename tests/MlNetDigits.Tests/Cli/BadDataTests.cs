using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Each data set that cannot be used is refused with one line that says where, and nothing is touched.</summary>
public class BadDataTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    private static readonly string Blank = string.Concat(Enumerable.Repeat(",0", 784));

    public static TheoryData<string, string, string?, string> Cases => new()
    {
        { "missing", "bad.csv", null, "is not there" },
        { "empty", "bad.csv", "", "is empty" },
        { "named like an address", "http-notes.csv", "", "is empty" },
        { "truncated", "bad.csv", "5" + Blank + "\n5,0,0,12", "line 2: expected 785 values (a label and 784 pixels), found 4" },
        { "wrong shape", "bad.csv", "1,2,3\n4,5,6\n", "line 1: expected 785 values" },
        { "ragged", "bad.csv", "5" + Blank + "\n5" + Blank + ",7\n", "line 2: expected 785 values (a label and 784 pixels), found 786" },
        { "label outside", "bad.csv", "3,255" + Blank[2..] + "\n12" + Blank + "\n", "line 2: the label is '12'" },
        { "NaN", "bad.csv", "3,NaN" + Blank[2..] + "\n", "line 1: pixel 1 (value 2 of the line) is 'NaN'" },
        { "text", "bad.csv", "3" + Blank + "\n3,dark" + Blank[2..] + "\n", "line 2: pixel 1 (value 2 of the line) is 'dark'" },
        { "not CSV", "bad.csv", "\u0089PNG\r\n", "is" },
        { "not IDX", "train-images-idx3-ubyte.gz", "hello there", "train-images-idx3-ubyte.gz" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Train_BadData_OneLineAndTheOldModelStays(string kind, string name, string? content, string said)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            folder.Write(name, kind == "not CSV" ? [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10] : System.Text.Encoding.UTF8.GetBytes(content));
        folder.Write("model.zip", "the old model");
        var before = folder.Names();

        var run = DigitsRun.Run(folder, "train", "--data", name, "--model", "model.zip", "--epochs", "1");

        Assert.Equal(3, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith($"error: {name}", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(before, folder.Names());
        Assert.Equal("the old model", File.ReadAllText(folder.File("model.zip")));
    }

    [Theory]
    [InlineData("missing.png", null, "is not there")]
    [InlineData("empty.png", "", "is empty")]
    [InlineData("text.png", "not a picture", "is not a picture that can be read")]
    [InlineData("short.csv", "1,2,3\n", "line 1: expected 785 values")]
    public void Predict_BadFile_OneLineAndTheOtherIsAnswered(string name, string? content, string said)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            folder.Write(name, content);

        var run = DigitsRun.Run(folder, "predict", "--model", trained.Model, trained.Folder.File("test.csv"), name);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("test.csv, line 1 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_TruncatedPicture_OneLine()
    {
        using var folder = new TemporaryFolder();
        DigitsRun.Run(folder, "data", "convert", trained.Folder.File("test.csv"), ".", "--png", "--take", "1");
        var whole = File.ReadAllBytes(folder.File("00000_0.png"));
        folder.Write("cut.png", whole[..(whole.Length / 2)]);

        var run = DigitsRun.Run(folder, "predict", "--model", trained.Model, "cut.png");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith(
            "error: cut.png: is a damaged picture", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void DataConvert_BadLine_LeavesNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.csv", "5,255" + Blank[2..] + "\n99" + Blank + "\n");

        foreach (var target in (string[][])[["out.csv"], ["o-images-idx3-ubyte"], ["pictures", "--png"]])
        {
            var run = DigitsRun.Run(folder, ["data", "convert", "bad.csv", .. target]);
            Assert.Equal(3, run.ExitCode);
            Assert.Contains(
                "bad.csv, line 2: the label is '99'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
            Assert.Equal(["bad.csv"], folder.Names());
        }
    }

    [Fact]
    public void DataDownload_NobodyThere_OneLineAndExitCode1()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, "data", "download", "--out", "a/b", "--mirror", "http://127.0.0.1:9/");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be reached", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(folder.Names());
    }
}
