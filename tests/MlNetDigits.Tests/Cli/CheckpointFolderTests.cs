using System.Globalization;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>What <c>--checkpoint</c> keeps beside the weights, and folders that are something else.</summary>
public sealed class CheckpointFolderTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Options => _folder.File("kept/options.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_ResumedWithMoreEpochs_IsResumedOnceMoreWithAsMany()
    {
        Begin(epochs: 2);
        Resume("--epochs", "5");

        var once = Resume();

        Assert.Equal(0, once.ExitCode);
        Assert.Contains("Training        5 epochs", once.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"seed\": 3", "\"seed\": 4", "is of another run than the options.json beside it")]
    [InlineData("\"hidden\": 10", "\"hidden\": 11", "is of another run than the options.json beside it")]
    [InlineData("\"validationFraction\": null", "\"validationFraction\": 0.1", "is of another run than the options.json beside it")]
    [InlineData("\"batchSize\": 1", "\"batchSize\": 0", "does not hold the options of a run")]
    [InlineData("\"rule\": \"classic\"", "\"rule\": 7", "does not hold the options of a run")]
    [InlineData("\"settings\": {", "\"settings\": 1, \"settings\": {", "does not hold the options of a run")]
    public void Train_ResumedWithOptionsThatDoNotFit_SaysWhatIsWrong(string before, string after, string reason)
    {
        Begin(epochs: 1);
        var text = File.ReadAllText(Options);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(Options, text.Replace(before, after, StringComparison.Ordinal));

        var run = Resume("--epochs", "2");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_CheckpointsIntoARunFolder_LeavesItsOptionsAlone()
    {
        DigitsRun.Run(_folder, "train", "--data", trained.Folder.File("train.csv"), "--epochs", "1", "--hidden", "5", "--out", "kept");
        var before = File.ReadAllText(Options);

        var run = Begin(epochs: 1);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds a finished run or the options.json of something else", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Options));
    }

    [Fact]
    public void Train_FolderOfARunThatHadNoCheckpointYet_IsUsed()
    {
        Begin(epochs: 1);
        File.Delete(_folder.File("kept/checkpoint.bin"));

        Assert.Equal(0, Begin(epochs: 2).ExitCode);
        Assert.Equal(0, Resume("--epochs", "3").ExitCode);
    }

    [Fact]
    public void Train_ResumedWithASeparatorAtTheEnd_MeansTheSameFolder()
    {
        Directory.CreateDirectory(_folder.File("mnist"));
        File.Copy(trained.Folder.File("train.csv"), _folder.File("mnist/digits-train.csv"));
        string[] train = ["train", "--hidden", "5", "--model", "m.zip", "--checkpoint", "kept"];
        DigitsRun.Run(_folder, [.. train, "--epochs", "1", "--data", "mnist"]);

        var run = DigitsRun.Run(_folder, [.. train, "--resume", "--epochs", "2", "--data", "mnist/"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Trained on      mnist/digits-train.csv", run.Output, StringComparison.Ordinal);
    }

    private DigitsRun Begin(int epochs) => DigitsRun.Run(
        _folder,
        ["train", "--data", trained.Folder.File("train.csv"), "--epochs", epochs.ToString(CultureInfo.InvariantCulture), "--hidden", "10", "--seed", "3", "--model", "m.zip", "--checkpoint", "kept"]);

    private DigitsRun Resume(params string[] options)
        => DigitsRun.Run(_folder, ["train", "--checkpoint", "kept", "--resume", "--model", "m.zip", .. options]);
}
