using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Taking training up again.</summary>
public class CheckpointTests
{
    private readonly List<TrainingCheckpoint> _checkpoints = [];

    public static TheoryData<string> Runs => ["plain", "shuffled", "batches", "validated", "streamed"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Fit_ResumedFromAnyCheckpoint_EndsWithTheVeryWeightsOfARunWithoutABreak(string kind)
        => AssertResumable(Options(kind));

    /// <summary>Trains for four epochs, and for what is left of them from each of their checkpoints.</summary>
    internal static void AssertResumable(SigmoidNetworkOptions shorter)
    {
        var options = shorter with { Epochs = 4 };
        var checkpoints = new List<TrainingCheckpoint>();
        var whole = Fit(options with { CheckpointReached = checkpoints.Add });

        Assert.Equal([1, 2, 3, 4], checkpoints.Select(checkpoint => checkpoint.Epoch));
        foreach (var checkpoint in checkpoints)
        {
            using var folder = new TemporaryFolder();
            CheckpointFile.Save(folder.File("checkpoint.bin"), checkpoint);

            // Another seed: the checkpoint's own counts.
            var resumed = Fit(options with { ResumeFrom = CheckpointFile.Load(folder.File("checkpoint.bin")) }, seed: 77);

            Assert.Equal(whole.Bits(), resumed.Bits());
        }
    }

    [Fact]
    public void Fit_ResumedWithEarlyStopping_StopsWhereTheWholeRunStopped()
    {
        var options = DigitView.Small with { LearningRate = 1.5f, Epochs = 30, ValidationFraction = 0.2, EarlyStoppingPatience = 3 };
        var whole = Fit(options with { CheckpointReached = _checkpoints.Add });
        var ended = _checkpoints[^1].Epoch;
        Assert.InRange(ended, 4, 29);

        foreach (var checkpoint in _checkpoints)
        {
            var last = checkpoint;
            var resumed = Fit(options with { ResumeFrom = checkpoint, CheckpointReached = later => last = later });

            Assert.Equal(whole.Bits(), resumed.Bits());
            Assert.Equal(ended, last.Epoch);
        }
    }

    [Fact]
    public void Fit_CancelledInAnEpoch_ResumesFromTheLastWholeOne()
    {
        using var cancellation = new CancellationTokenSource();
        var options = Options("shuffled") with { Epochs = 4 };
        Fit(options with
        {
            CheckpointReached = _checkpoints.Add,
            CancellationToken = cancellation.Token,
            Progress = new CallInEpoch(3, cancellation.Cancel),
        });
        Assert.Equal(2, _checkpoints[^1].Epoch);

        var resumed = Fit(options with { ResumeFrom = _checkpoints[^1] });

        Assert.Equal(Fit(options).Bits(), resumed.Bits());
    }

    [Fact]
    public void Fit_Resumed_ReportsGoOnCounting()
    {
        Fit(DigitView.Small with { Epochs = 2, CheckpointReached = _checkpoints.Add });
        var reports = new List<EpochReport>();
        Fit(DigitView.Small with
        {
            Epochs = 4,
            ResumeFrom = _checkpoints[^1],
            EpochCompleted = report =>
            {
                reports.Add(report);
                return EpochDecision.Continue;
            },
        });

        Assert.Equal([(3, 900L), (4, 1200L)], reports.Select(report => (report.Epoch, report.RecordsSeen)));
        Assert.True(reports[0].Elapsed > _checkpoints[^1].History.Epochs[^1].Elapsed);
    }

    [Fact]
    public void Fit_ResumedWithOtherSizes_SaysWhich()
    {
        Fit(DigitView.Small with { CheckpointReached = _checkpoints.Add });

        var error = Assert.ThrowsAny<Exception>(() => Fit(DigitView.Small with { HiddenNodes = 31, ResumeFrom = _checkpoints[0] }));

        Assert.Contains("784-30-10 nodes, but the data and the options ask for 784-31-10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ResumedWithAModelToContinueFromToo_SaysThatTheyDoNotGoTogether()
    {
        Fit(DigitView.Small with { CheckpointReached = _checkpoints.Add });
        var ml = new MLContext(seed: 1);
        var data = DigitView.Create(ml, TestDigits.Train, 50);
        var scaled = ml.Transforms.ScalePixels().Fit(data).Transform(data);
        var model = DigitView.Pipeline(ml).Fit(data).LastTransformer.Model;
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(DigitView.Small with { ResumeFrom = _checkpoints[0] });

        var error = Assert.ThrowsAny<Exception>(() => trainer.Fit(scaled, model));

        Assert.Contains("A model to continue from was given, and ResumeFrom too", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_AndLoad_GivesTheSameCheckpoint()
    {
        Fit(Options("validated") with { CheckpointReached = _checkpoints.Add });
        using var folder = new TemporaryFolder();

        CheckpointFile.Save(folder.File("deep/checkpoint.bin"), _checkpoints[^1]);

        var (saved, loaded) = (_checkpoints[^1], CheckpointFile.Load(folder.File("deep/checkpoint.bin")));
        Assert.Equal(saved.Seed, loaded.Seed);
        Assert.Equal(saved.Weights.Bits(), loaded.Weights.Bits());
        Assert.Equal(saved.BestWeights!.Bits(), loaded.BestWeights!.Bits());
        Assert.Equal<EpochReport>(saved.History.Epochs, loaded.History.Epochs);
    }

    [Fact]
    public void Load_FileThatIsNoCheckpoint_SaysSo()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("is not there", LoadError(folder.File("none")), StringComparison.Ordinal);
        Assert.Contains("has 0 bytes", LoadError(folder.Write("empty", "")), StringComparison.Ordinal);
        Assert.Contains("is not a checkpoint", LoadError(folder.Write("text", new string('x', 100))), StringComparison.Ordinal);
        Assert.Contains("is not a checkpoint", LoadError(folder.Write("json", "{\"format\":1}\n" + new string('x', 100))), StringComparison.Ordinal);
        Assert.Contains("is not a checkpoint", LoadError(folder.Write("twice", "{\"format\":1,\"format\":1}\n" + new string('x', 100))), StringComparison.Ordinal);
        Assert.Contains("is a folder", LoadError(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnyByteChangedOrMissing_IsRefused()
    {
        Fit(DigitView.Small with { HiddenNodes = 2, Epochs = 1, CheckpointReached = _checkpoints.Add });
        using var folder = new TemporaryFolder();
        CheckpointFile.Save(folder.File("good"), _checkpoints[0]);
        var good = File.ReadAllBytes(folder.File("good"));

        for (var at = 0; at < good.Length; at += 211)
        {
            byte[] changed = [.. good];
            changed[at] ^= 4;
            LoadError(folder.Write("changed", changed));
            LoadError(folder.Write("cut", good[..at]));
        }
    }

    [Fact]
    public void Load_SizesThatLie_AreRefusedWithoutTakingTheMemory()
    {
        using var folder = new TemporaryFolder();
        byte[] content = [.. """{"format":"MlNetDigits checkpoint","version":1,"seed":1,"inputs":2000000000,"hidden":2000000000,"outputs":2000000000,"hasBest":true,"history":[]}"""u8, (byte)'\n', 1, 2, 3, 4];
        var path = folder.Write("lies", [.. content, .. System.Security.Cryptography.SHA256.HashData(content)]);

        Assert.Contains("not as many as it says", LoadError(path), StringComparison.Ordinal);
    }

    private static string LoadError(string path)
        => Assert.Throws<InvalidInputException>(() => CheckpointFile.Load(path)).Message;

    private static SigmoidNetworkOptions Options(string kind) => kind switch
    {
        "shuffled" => DigitView.Small with { Shuffle = true },
        "batches" => DigitView.Small with { BatchSize = 7, Shuffle = true },
        "validated" => DigitView.Small with { ValidationFraction = 0.1, Shuffle = true },
        "streamed" => DigitView.Small with { Streaming = true },
        _ => DigitView.Small,
    };

    private static NetworkWeights Fit(SigmoidNetworkOptions options, int seed = 1)
    {
        var ml = new MLContext(seed);
        return DigitView.Pipeline(ml, options).Fit(DigitView.Create(ml, TestDigits.Train, 300)).LastTransformer.Model.Weights;
    }

    private sealed class CallInEpoch(int epoch, Action action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch == epoch)
                action();
        }
    }
}
