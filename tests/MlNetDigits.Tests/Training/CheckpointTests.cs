using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Taking training up again.</summary>
public class CheckpointTests
{
    private readonly List<TrainingCheckpoint> _checkpoints = [];

    // 300 records: the last batch is smaller.
    private static readonly SigmoidNetworkOptions Adam = DigitView.Small with
    {
        UpdateRule = UpdateRule.CrossEntropy,
        Optimizer = Optimizer.Adam,
        LearningRate = 0.003f,
        BatchSize = 32,
    };

    private static readonly ImageDistortions Distorted = ImageDistortions.Digits with { Shape = ImageShape.Digit };

    public static TheoryData<string> Runs =>
    [
        "plain", "shuffled", "batches", "validated", "streamed", "momentum", "adam", "cosine", "distorted", "distorted online",
        "distorted streamed", "streamed adam",
    ];

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

    [Theory]
    [InlineData("adam", 2)]
    [InlineData("momentum", 1)]
    public void Save_WithAnOptimizersStateAndLoad_GivesTheSameState(string kind, int moments)
    {
        Fit(Options(kind) with { CheckpointReached = _checkpoints.Add, ValidationFraction = 0.1 });
        using var folder = new TemporaryFolder();

        CheckpointFile.Save(folder.File("checkpoint.bin"), _checkpoints[^1]);

        var (saved, loaded) = (_checkpoints[^1].Optimizer!, CheckpointFile.Load(folder.File("checkpoint.bin")).Optimizer!);
        Assert.Equal(saved.Steps, loaded.Steps);
        Assert.Equal(saved.FirstMoments.Bits(), loaded.FirstMoments.Bits());
        Assert.Equal(saved.SecondMoments?.Bits(), loaded.SecondMoments?.Bits());
        Assert.Equal(moments, loaded.SecondMoments is null ? 1 : 2);
    }

    [Theory]
    [InlineData("plain", "\"version\":1")]
    [InlineData("adam", "\"version\":2")]
    public void Save_WithAndWithoutAnOptimizersState_HasTheLeastVersionThatHoldsIt(string kind, string version)
    {
        Fit(Options(kind) with { CheckpointReached = _checkpoints.Add });
        using var folder = new TemporaryFolder();

        CheckpointFile.Save(folder.File("checkpoint.bin"), _checkpoints[^1]);

        Assert.Contains(version, File.ReadLines(folder.File("checkpoint.bin")).First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\":2", "\"version\":3", "its version is 3")]
    [InlineData("\"version\":2", "\"version\":1", "not as many as it says")]
    [InlineData("\"moments\":2", "\"moments\":1", "not as many as it says")]
    [InlineData("\"moments\":2", "\"moments\":3", "not as many as it says")]
    [InlineData("\"moments\":2", "\"moments\":-1", "not as many as it says")]
    [InlineData("\"moments\":2,", "", "it has no 'moments'")]
    [InlineData(",\"steps\":20", "", "it has no 'steps'")]
    [InlineData("\"steps\":20", "\"steps\":0", "after at least one step")]
    [InlineData("\"steps\":20", "\"steps\":-7", "after at least one step")]
    public void Load_HeaderThatLiesOfTheOptimizer_IsRefused(string told, string lie, string reason)
    {
        using var folder = new TemporaryFolder();
        Fit(Adam with { HiddenNodes = 2, Epochs = 2, CheckpointReached = _checkpoints.Add });
        CheckpointFile.Save(folder.File("good"), _checkpoints[^1]);
        var good = File.ReadAllBytes(folder.File("good"));
        var end = good.AsSpan().IndexOf((byte)'\n');
        var header = System.Text.Encoding.UTF8.GetString(good[..end]);
        Assert.Contains(told, header, StringComparison.Ordinal);

        byte[] content = [.. System.Text.Encoding.UTF8.GetBytes(header.Replace(told, lie, StringComparison.Ordinal)), .. good[end..^32]];

        var path = folder.Write("lies", [.. content, .. System.Security.Cryptography.SHA256.HashData(content)]);
        Assert.Contains(reason, LoadError(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "adam", "has no state of an optimizer")]
    [InlineData("plain", "momentum", "has no state of an optimizer")]
    [InlineData("adam", "momentum", "has the state of another optimizer")]
    [InlineData("momentum", "adam", "has the state of another optimizer")]
    [InlineData("adam", "plain", "has the state of another optimizer")]
    public void FindProblems_ResumedWithAnotherOptimizer_NamesIt(string made, string resumed, string expected)
    {
        Fit(Options(made) with { CheckpointReached = _checkpoints.Add });

        var problems = (Options(resumed) with { ResumeFrom = _checkpoints[0] }).FindProblems();

        Assert.StartsWith($"ResumeFrom {expected}", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FindProblems_SecondMomentsBelow0_NamesThem()
    {
        Fit(Adam with { HiddenNodes = 2, CheckpointReached = _checkpoints.Add });
        var last = _checkpoints[^1];
        var squares = last.Optimizer!.SecondMoments!;
        float[] changed = [-1e-9f, .. squares.HiddenWeights.ToArray()[1..]];
        var lie = last with
        {
            Optimizer = last.Optimizer with { SecondMoments = new NetworkWeights(squares.Inputs, 2, squares.Outputs, changed, squares.OutputWeights.Span) },
        };

        Assert.Contains("second moments", Assert.Single((Adam with { HiddenNodes = 2, ResumeFrom = lie }).FindProblems()).ToString(), StringComparison.Ordinal);
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
        "momentum" => DigitView.Small with { Momentum = 0.9f, LearningRate = 0.01f },
        "adam" => Adam,
        "cosine" => Adam with { Schedule = LearningRateSchedule.Cosine, Shuffle = true },
        "distorted" => Adam with { Distortions = Distorted, Shuffle = true },
        "distorted online" => DigitView.Small with { Distortions = Distorted, Shuffle = true },
        "distorted streamed" => DigitView.Small with { Distortions = Distorted, Streaming = true },
        "streamed adam" => Adam with { Streaming = true },
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
