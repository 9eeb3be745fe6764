using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>What the tool says of itself, and of command lines that mean nothing.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("--labels is for IDX", "data", "convert", "a.csv", "b.csv", "--labels", "c")]
    [InlineData("--labels and TO name the same file", "data", "convert", "a.csv", "images-idx3", "--labels", "./images-idx3")]
    [InlineData("does not tell the name of the labels file", "data", "convert", "a.csv", "b-ubyte")]
    [InlineData("TO '/dev/null/b.csv' cannot be written", "data", "convert", "a.csv", "/dev/null/b.csv")]
    [InlineData("--out must name a folder, but '/dev/null' is a file", "data", "sample", "--out", "/dev/null")]
    [InlineData("--out must name a folder", "data", "download", "--out", "")]
    [InlineData("'b.csv/' does not tell the format", "data", "convert", "a.csv", "b.csv/")]
    [InlineData("PATH must name a file or folder", "data", "verify", "")]
    [InlineData("FILE must name a file or folder", "predict", "a.png", "")]
    [InlineData("RUN must name a file or folder", "report", "")]
    [InlineData("--validation must be a share above 0 and below 1, or a file, not ''", "train", "--validation", "")]
    [InlineData("--model must name a file or folder", "backquery", "--model", "")]
    [InlineData("--mirror must be an address", "data", "download", "--mirror", "ftp://x")]
    [InlineData("--limit must be at least 1", "predict", "x.png", "--limit", "0")]
    [InlineData("is a folder", "train", "--model", ".")]
    [InlineData("unknown option '--modle' (did you mean '--model'?). See 'digits predict --help'", "predict", "--modle", "models/digits.zip", "7.png")]
    [InlineData("unknown option '-m' (did you mean '--model'?)", "predict", "-m", "models/digits.zip", "7.png")]
    [InlineData("unknown option '-model' (did you mean '--model'?)", "predict", "-model", "models/digits.zip", "7.png")]
    [InlineData("unknown option '—model' (did you mean '--model'?)", "predict", "—model", "models/digits.zip", "7.png")]
    [InlineData("unknown option '--shwo' (did you mean '--show'?)", "predict", "7.png", "--shwo")]
    [InlineData("unknown option '--limt=3' (did you mean '--limit'?)", "predict", "7.png", "--limt=3")]
    [InlineData("unknown option '--xyz'. See", "predict", "7.png", "--xyz")]
    [InlineData("unknown option '--jsn' (did you mean '--json'?)", "data", "verify", "--jsn", ".")]
    [InlineData("unknown option '--verbos' (did you mean '--verbose'?)", "report", "--verbos")]
    [InlineData("--label-from must be auto, name, folder or none, not 'names'", "predict", "7.png", "--label-from", "names")]
    [InlineData("--digit must be one of the classes", "backquery", "--digit", "10")]
    [InlineData("--digit must be one of the classes", "backquery", "--digit", "x")]
    [InlineData("--out must name a .png file, not 'x.jpg'", "backquery", "--out", "x.jpg")]
    [InlineData("--sort must be norm, index, votes, class or saturation", "inspect", "--sort", "size")]
    [InlineData("--columns must be at least 1, not 0", "inspect", "--columns", "0")]
    [InlineData("--shuffle needs the data in memory", "train", "--stream", "--shuffle")]
    [InlineData("--threads must be 1 to 1000, not 1001", "train", "--threads", "1001")]
    [InlineData("--hidden must be at most 684784, not 684785", "train", "--hidden", "684785")]
    [InlineData("--hidden must be at most 684784, not 684785", "sweep", "--hidden", "684785")]
    public void AnyVerb_WrongUsage_OneLineAndExitCode2(string said, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(folder.Names());
    }

    [Theory]
    [InlineData("7.png", "--", "--modle")]
    [InlineData("./--modle")]
    public void Predict_NameThatBeginsLikeAnOption_IsAFileIfItIsSaidToBe(params string[] files)
    {
        using var folder = new TemporaryFolder();

        var run = DigitsRun.Run(folder, ["predict", .. files]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error: --modle: is not there; check the name.", run.ErrorLines);
    }

    [Fact]
    public void Predict_FileThatIsThereAndBeginsLikeAnOption_IsRead()
    {
        using var folder = new TemporaryFolder();
        folder.Write("-7.csv", "5,0\n");

        Assert.StartsWith("error: -7.csv, line 1: ", Assert.Single(DigitsRun.Run(folder, "predict", "-7.csv").ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("predict", "7.png")]
    [InlineData("evaluate", "--data", ".")]
    [InlineData("inspect")]
    [InlineData("backquery")]
    public void AnyVerb_NamedModelIsMissing_SaysWhatToDo(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var run = DigitsRun.Run(folder, [.. arguments, "--model", "models/my-digits.zip"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            "error: models/my-digits.zip: is not there; check the name, train a model with 'digits train', or leave --model out for the one "
                + "that comes with the tool.",
            Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void NoArguments_ShowsVerbsAndExitCodes()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_IsTheProjects()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, "--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
        Assert.StartsWith(ToolOrigin.VersionOf(typeof(DigitsTool).Assembly), run.Output, StringComparison.Ordinal);
    }
}
