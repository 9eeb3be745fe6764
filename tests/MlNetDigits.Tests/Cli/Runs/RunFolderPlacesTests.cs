using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Runs;

/// <summary>A run folder remembers where the results go, and may be the place of them all.</summary>
public sealed class RunFolderPlacesTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Train => ["train", "--data", trained.Folder.File("train.csv"), "--test", trained.Folder.File("test.csv"), "--hidden", "5", "--seed", "1"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_ResumeAlone_PutsModelAndRunFolderWhereTheRunWasToPutThem()
    {
        DigitsRun.Run(_folder, [.. Train, "--epochs", "1", "--model", "mine.zip", "--out", "run", "--checkpoint", "kept"]);
        File.Delete(_folder.File("mine.zip"));

        var run = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "2");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Contains("Model           mine.zip\nRun folder      run-2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(WholeRun(epochs: 2), Bits("mine.zip"));
        Assert.Equal(Bits("mine.zip"), Bits("run-2/model.zip"));
        Assert.False(File.Exists(_folder.File("models/my-digits.zip")));
    }

    [Fact]
    public void Train_ResumeWithoutANamedModel_PutsItWhereItGoesByDefault()
    {
        DigitsRun.Run(_folder, [.. Train, "--epochs", "1", "--checkpoint", "kept"]);

        DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "2");

        Assert.Equal(WholeRun(epochs: 2), Bits("models/my-digits.zip"));
    }

    [Fact]
    public void Train_ResumeWithAnotherModel_PutsItThereAndRemembersIt()
    {
        DigitsRun.Run(_folder, [.. Train, "--epochs", "1", "--model", "first.zip", "--checkpoint", "kept"]);
        DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "2", "--model", "second.zip");

        DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "3");

        Assert.Equal(WholeRun(epochs: 1), Bits("first.zip"));
        Assert.Equal(WholeRun(epochs: 3), Bits("second.zip"));
    }

    [Fact]
    public void Train_OutAndCheckpointAreOneFolder_HoldsEverythingAndGoesOn()
    {
        var first = DigitsRun.Run(_folder, [.. Train, "--epochs", "1", "--out", "run", "--checkpoint", "run"]);
        Assert.Equal((0, ""), (first.ExitCode, first.ExitCode == 0 ? "" : first.Error));
        Assert.Equal(
            ["checkpoint.bin", "confusion.csv", "history.csv", "history.json", "metrics.json", "model.zip", "options.json", "report.html"],
            _folder.Names("run"));

        var resumed = DigitsRun.Run(_folder, "train", "--checkpoint", "run", "--resume", "--epochs", "2");

        Assert.Contains("Model           run/model.zip\nRun folder      run\n", resumed.Output, StringComparison.Ordinal);
        Assert.Equal(WholeRun(epochs: 2), Bits("run/model.zip"));
        Assert.Equal(0, DigitsRun.Run(_folder, "report", "run", "--out", "again.html").ExitCode);
        Assert.Equal(["again.html", "run", "whole.zip"], _folder.Names());
    }

    [Fact]
    public void Train_CheckpointsIntoAFinishedRunFolder_AreRefused()
    {
        DigitsRun.Run(_folder, [.. Train, "--epochs", "1", "--out", "run"]);

        var run = DigitsRun.Run(_folder, [.. Train, "--epochs", "1", "--checkpoint", "run"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--checkpoint 'run' holds a finished run", run.Error, StringComparison.Ordinal);
    }

    private int[] WholeRun(int epochs)
    {
        DigitsRun.Run(_folder, [.. Train, "--epochs", $"{epochs}", "--model", "whole.zip"]);
        return Bits("whole.zip");
    }

    private int[] Bits(string model) => ModelFile.Load(new MLContext(), _folder.File(model)).Network.Weights.Bits();
}
