using System.Globalization;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Runs that end before their time, and go on.</summary>
public sealed class ResumeTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    // Long enough to be killed on the way: 600 records an epoch take a few milliseconds.
    private const int Epochs = 400;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A process of its own: nothing else can be killed.
    [LinuxFact]
    public async Task Train_KilledAndResumed_HasTheVeryWeightsOfARunWithoutABreak()
    {
        var lines = 0;
        var broken = await DigitsProcess.RunAsync(
            _folder,
            id =>
            {
                // The head of the table and twenty epochs.
                if (++lines == 21)
                    DigitsProcess.Signal("KILL", id);
            },
            ["train", .. Settings(Epochs), "--model", "broken.zip", "--checkpoint", "kept"]);
        Assert.Equal(137, broken.ExitCode);

        AssertResumed(broken.ErrorLines, Epochs);
    }

    [Fact]
    public void Train_InterruptedAndResumed_HasTheVeryWeightsOfARunWithoutABreak()
    {
        const int Few = 60;
        var lines = 0;
        var broken = DigitsRun.Run(
            _folder,
            (_, keys) =>
            {
                if (++lines == 21)
                    keys.CtrlC();
            },
            ["train", .. Settings(Few), "--model", "broken.zip", "--checkpoint", "kept"]);
        Assert.Equal(130, broken.ExitCode);

        AssertResumed(broken.ErrorLines, Few);
    }

    [Fact]
    public void Train_Interrupted_KeepsTheModelAndSaysHowToGoOn()
    {
        var lines = 0;
        var run = DigitsRun.Run(
            _folder,
            (_, keys) =>
            {
                if (++lines == 5)
                    keys.CtrlC();
            },
            ["train", .. Settings(100_000), "--model", "my m.zip", "--out", "run", "--checkpoint", "kept"]);

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Go on with      digits train --checkpoint kept --resume\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Bits("run/model.zip"), Bits("my m.zip"));
    }

    [Fact]
    public void Train_CheckpointFolderOfARun_IsNotOverwritten()
    {
        string[] arguments = ["train", "--data", trained.Folder.File("train.csv"), "--epochs", "1", "--model", "m.zip", "--checkpoint", "kept"];
        Assert.Equal(0, DigitsRun.Run(_folder, arguments).ExitCode);
        var before = File.ReadAllBytes(_folder.File("kept/checkpoint.bin"));

        var again = DigitsRun.Run(_folder, arguments);

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("add --resume to go on with it", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.File("kept/checkpoint.bin")));
    }

    [Fact]
    public void Train_ResumedWithMoreEpochs_GoesOnFromTheEnd()
    {
        string[] settings = ["--data", trained.Folder.File("train.csv"), "--hidden", "20", "--seed", "3"];
        DigitsRun.Run(_folder, ["train", .. settings, "--epochs", "2", "--model", "two.zip", "--checkpoint", "kept"]);

        var resumed = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "4", "--model", "resumed.zip");
        var whole = DigitsRun.Run(_folder, ["train", .. settings, "--epochs", "4", "--model", "whole.zip"]);

        Assert.Equal((0, 0), (resumed.ExitCode, whole.ExitCode));
        Assert.Equal(Bits("whole.zip"), Bits("resumed.zip"));
    }

    [Theory]
    [InlineData("--hidden", "21", "leave out what differs")]
    [InlineData("--seed", "4", "leave out what differs")]
    [InlineData("--epochs", "1", "is less than the 2 epochs")]
    public void Train_ResumedWithOtherOptions_SaysWhy(string option, string value, string reason)
    {
        DigitsRun.Run(_folder, "train", "--data", trained.Folder.File("train.csv"), "--epochs", "2", "--hidden", "20", "--seed", "3", "--model", "m.zip", "--checkpoint", "kept");

        var run = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", option, value, "--model", "other.zip");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("other.zip", _folder.Names());
    }

    [Fact]
    public void Train_ResumedWithChangedData_IsRefused()
    {
        var data = _folder.File("mine.csv");
        File.Copy(trained.Folder.File("train.csv"), data);
        DigitsRun.Run(_folder, "train", "--data", data, "--epochs", "1", "--model", "m.zip", "--checkpoint", "kept");
        File.AppendAllText(data, File.ReadLines(data).First() + "\n");

        var run = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "2", "--model", "m.zip");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("mine.csv: has changed since the checkpoint was made", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "has no checkpoint to resume from")]
    [InlineData("cut", "is damaged or was cut short")]
    [InlineData("options", "does not hold the options of a run")]
    public void Train_ResumedFromABadFolder_SaysWhatIsWrong(string kind, string reason)
    {
        DigitsRun.Run(_folder, "train", "--data", trained.Folder.File("train.csv"), "--epochs", "1", "--hidden", "5", "--model", "m.zip", "--checkpoint", "kept");
        var (checkpoint, options) = (_folder.File("kept/checkpoint.bin"), _folder.File("kept/options.json"));
        switch (kind)
        {
            case "nothing":
                File.Delete(checkpoint);
                break;
            case "cut":
                File.WriteAllBytes(checkpoint, File.ReadAllBytes(checkpoint)[..^100]);
                break;
            default:
                File.WriteAllText(options, "{\"settings\": {\"hidden\": \"many\"}}");
                break;
        }

        var run = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--model", "m.zip");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ResumeWithoutCheckpoint_SaysWhatIsMissing()
    {
        var run = DigitsRun.Run(_folder, "train", "--resume");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--resume needs --checkpoint", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Goes on with the run in 'kept', and compares it with one that is made without a break.</summary>
    private void AssertResumed(string[] brokenLines, int epochs)
    {
        // What a run leaves that was killed while it wrote; sometimes this one was.
        _folder.Write("kept/checkpoint.bin.0123.partial", "half");

        var resumed = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--model", "resumed.zip", "--json");
        var whole = DigitsRun.Run(_folder, ["train", .. Settings(epochs), "--model", "whole.zip", "--json"]);

        Assert.Equal((0, 0), (resumed.ExitCode, whole.ExitCode));
        Assert.Equal(Bits("whole.zip"), Bits("resumed.zip"));
        var (resumedEpochs, wholeEpochs) = (resumed.Json.GetProperty("epochs"), whole.Json.GetProperty("epochs"));
        Assert.Equal(epochs, resumedEpochs.GetArrayLength());
        Assert.Equal(
            wholeEpochs.EnumerateArray().Select(epoch => epoch.GetProperty("validationError").GetDouble()),
            resumedEpochs.EnumerateArray().Select(epoch => epoch.GetProperty("validationError").GetDouble()));

        Assert.Equal(["checkpoint.bin", "options.json"], _folder.Names("kept"));

        // It went on; it did not begin again.
        Assert.Equal(brokenLines[1].TrimEnd(), resumed.ErrorLines[1].TrimEnd());
    }

    private string[] Settings(int epochs) =>
    [
        "--data", trained.Folder.File("train.csv"), "--test", trained.Folder.File("test.csv"),
        "--epochs", epochs.ToString(CultureInfo.InvariantCulture), "--hidden", "60", "--seed", "3", "--shuffle", "--validation", "0.2",
    ];

    private int[] Bits(string model)
        => ModelFile.Load(new MLContext(), _folder.File(model)).Network.Weights.Bits();
}
