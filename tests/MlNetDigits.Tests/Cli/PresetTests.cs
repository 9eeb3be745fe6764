using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>The option <c>--preset</c>.</summary>
public sealed class PresetTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--preset", "accurate", "--epochs", "1", "--optimizer", "sgd", "--momentum", "0.9", "--hidden", "8")]
    [InlineData("--epochs", "1", "--optimizer", "sgd", "--momentum", "0.9", "--hidden", "8", "--preset", "accurate")]
    public void Train_OptionsBeforeOrAfterThePreset_StandInPlaceOfIts(params string[] arguments)
    {
        var run = Train([.. arguments, "--seed", "4", "--out", "run"]);

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Contains("digits train --preset accurate", run.Output + File.ReadAllText(_folder.File("run/options.json")), StringComparison.Ordinal);
        var options = File.ReadAllText(_folder.File("run/options.json"));
        Assert.All(
            ["\"epochs\": 1,", "\"optimizer\": \"sgd\"", "\"momentum\": 0.9", "\"rule\": \"crossEntropy\"", "\"rotation\": 9,", "\"schedule\": \"cosine\""],
            part => Assert.Contains(part, options, StringComparison.Ordinal));
    }

    [Fact]
    public void Train_PresetResumed_HasTheVeryWeightsOfARunWithoutABreak()
    {
        string[] settings = ["--preset", "accurate", "--hidden", "20", "--epochs", "4", "--seed", "3"];
        var lines = 0;
        var broken = DigitsRun.Run(
            _folder,
            (_, keys) =>
            {
                // The head of the table and one epoch.
                if (++lines == 2)
                    keys.CtrlC();
            },
            ["train", "--data", trained.Folder.File("train.csv"), .. settings, "--model", "broken.zip", "--checkpoint", "kept"]);

        var resumed = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--model", "resumed.zip");
        var whole = Train([.. settings, "--model", "whole.zip"]);

        Assert.Equal((130, 0, 0), (broken.ExitCode, resumed.ExitCode, whole.ExitCode));
        Assert.Equal(Bits("whole.zip"), Bits("resumed.zip"));
    }

    [Fact]
    public void Train_ResumedWithOtherEpochsOnASchedule_IsRefused()
    {
        Train(["--preset", "accurate", "--hidden", "5", "--epochs", "2", "--model", "m.zip", "--checkpoint", "kept"]);

        var run = DigitsRun.Run(_folder, "train", "--checkpoint", "kept", "--resume", "--epochs", "3", "--model", "other.zip");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--epochs must stay 2: the learning rate goes on over the whole run; begin another run for 3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_UnknownPreset_SaysWhichThereAre()
    {
        var run = Train(["--preset", "best"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--preset must be classic or accurate, not 'best'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--optimizer must be sgd or adam, not 'best'", "--optimizer", "best")]
    [InlineData("--momentum must be at least 0 and below 1, not 1", "--momentum", "1")]
    [InlineData("--optimizer Adam needs a gradient, which the classic rule is not; use another --rule", "--optimizer", "adam")]
    [InlineData("--schedule needs to know how many records there are; use it without --stream", "--schedule", "cosine", "--stream")]
    [InlineData("--rotation must be 0 to 180, not -1", "--rotation", "-1")]
    public void Train_OptionsThatCannotBe_SaysWhy(string expected, params string[] arguments)
    {
        var run = Train(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_PresetWithOneNumberOfEpochs_Runs()
    {
        var run = Sweep("--epochs", "2");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Contains("cross-entropy rule", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_PresetWithSeveralNumbersOfEpochs_SaysWhyNot()
    {
        var run = Sweep("--epochs", "2,3");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--epochs must be one number with a", run.Error, StringComparison.Ordinal);
    }

    private DigitsRun Sweep(params string[] arguments) => DigitsRun.Run(
        _folder,
        [
            "sweep", "--data", trained.Folder.File("train.csv"), "--test", trained.Folder.File("test.csv"),
            "--preset", "accurate", "--hidden", "6,8", "--seeds", "1", "--out", "swept", .. arguments,
        ]);

    private DigitsRun Train(string[] arguments) => DigitsRun.Run(
        _folder, ["train", "--data", trained.Folder.File("train.csv"), "--test", trained.Folder.File("test.csv"), .. arguments]);

    private int[] Bits(string model) => ModelFile.Load(new MLContext(), _folder.File(model)).Network.Weights.Bits();
}
