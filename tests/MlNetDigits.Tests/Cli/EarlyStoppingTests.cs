using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary><c>--validation</c> and <c>--early-stopping</c>.</summary>
public sealed class EarlyStoppingTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => trained.Folder.File("train.csv");

    private string Test => trained.Folder.File("test.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_EarlyStopping_StopsAfterTheBestEpochAndSaysSo()
    {
        string[] settings = ["train", "--data", Data, "--test", Test, "--validation", "0.2", "--epochs", "60", "--hidden", "20", "--learning-rate", "1", "--seed", "5"];

        var stopped = DigitsRun.Run(_folder, [.. settings, "--early-stopping", "3", "--model", "m.zip", "--json"]);

        var epochs = stopped.Json.GetProperty("epochs").EnumerateArray().ToArray();
        var best = epochs.Single(epoch => epoch.GetProperty("best").GetBoolean()).GetProperty("epoch").GetInt32();
        Assert.True(stopped.Json.GetProperty("stoppedEarly").GetBoolean());
        Assert.Equal(best + 3, epochs.Length);
        Assert.Equal(best, stopped.Json.GetProperty("modelEpoch").GetInt32());
    }

    [Fact]
    public void Train_ValidationFile_MeasuresWhatEvaluateMeasures()
    {
        var run = DigitsRun.Run(_folder, "train", "--data", Data, "--validation", Test, "--epochs", "2", "--hidden", "20", "--model", "m.zip", "--json");
        var evaluated = DigitsRun.Run(_folder, "evaluate", "--model", "m.zip", "--data", Test, "--json");

        var last = run.Json.GetProperty("epochs").EnumerateArray().Last();
        Assert.Equal(
            evaluated.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble(),
            last.GetProperty("validationAccuracy").GetDouble(),
            1e-12);
    }

    [Theory]
    [InlineData("--early-stopping must be at least 1, not 0", "--early-stopping", "0", "--validation", "0.1")]
    [InlineData("--validation must be a share above 0 and below 1, or a file, not 1.5", "--validation", "1.5")]
    [InlineData("use it without --stream, or use --validation with a file", "--validation", "0.1", "--stream")]
    public void Train_ValidationThatCannotBe_IsWrongUsage(string reason, params string[] options)
    {
        var run = DigitsRun.Run(_folder, ["train", "--data", Data, .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Theory]
    [InlineData("mine.csv")]
    [InlineData("./mine.csv")]
    public void Train_EarlyStoppingOnTheTestData_IsRefused(string validation)
    {
        File.Copy(Test, _folder.File("mine.csv"));

        var run = DigitsRun.Run(_folder, "train", "--data", Data, "--test", "mine.csv", "--validation", validation, "--early-stopping", "2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--early-stopping must not look at the test data", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("sweep")]
    public void TrainOrSweep_OneRowToHoldBackFrom_IsABadFile(string verb)
    {
        _folder.Write("one.csv", File.ReadLines(Data).First() + "\n");

        var run = DigitsRun.Run(_folder, verb, "--data", "one.csv", "--validation", "0.5");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("one.csv: has one row only", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["one.csv"], _folder.Names());
    }

    [Fact]
    public void Train_RateThatBreaksTheWeights_SaysSoAndLeavesNothing()
    {
        var run = DigitsRun.Run(_folder, "train", "--data", Data, "--learning-rate", "3e38", "--model", "m.zip", "--out", "run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("try a rate near 0.1", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void Train_ValidationFileThatIsNotThere_IsABadFile()
    {
        var run = DigitsRun.Run(_folder, "train", "--data", Data, "--validation", "none.csv");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("none.csv: is not there", run.Error, StringComparison.Ordinal);
    }
}
