using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What <c>Fit</c> says of a training, beside the model.</summary>
public class TrainingSummaryTests
{
    private readonly MLContext _ml = new(seed: 7);

    [Fact]
    public void Fit_AllEpochs_TellsHistorySeedAndLastEpoch()
    {
        var reports = new List<EpochReport>();

        var summary = Fit(200, DigitView.Small with { EpochCompleted = Note(reports) }).TrainingSummary!;

        Assert.Equal(reports, summary.History.Epochs);
        Assert.Equal((StopReason.EpochsCompleted, 7, 3), (summary.StopReason, summary.Seed, summary.ModelEpoch!.Epoch));
        Assert.Null(summary.BestEpoch);
        Assert.Empty(summary.Warnings);
    }

    [Fact]
    public void Fit_WithoutASeed_TellsTheOneThatWasDrawn()
    {
        var first = Fit(100, DigitView.Small, new MLContext());

        var again = Fit(100, DigitView.Small, new MLContext(first.TrainingSummary!.Seed));

        Assert.Equal(first.Weights.Bits(), again.Weights.Bits());
    }

    [Fact]
    public void Fit_EarlyStopping_TellsTheBestEpochAsTheModels()
    {
        var options = DigitView.Small with { LearningRate = 1.5f, Epochs = 30, ValidationFraction = 0.2, EarlyStoppingPatience = 2 };

        var summary = Fit(500, options).TrainingSummary!;

        Assert.Equal(StopReason.StoppedEarly, summary.StopReason);
        Assert.Equal(summary.BestEpoch, summary.ModelEpoch);
        Assert.Equal(summary.ModelEpoch!.Epoch + 2, summary.History.Epochs[^1].Epoch);
    }

    [Fact]
    public void Fit_CallerStops_SaysSo()
        => Assert.Equal(
            StopReason.StoppedByCaller,
            Fit(100, DigitView.Small with { EpochCompleted = _ => EpochDecision.Stop }).TrainingSummary!.StopReason);

    [Fact]
    public void Fit_CancelledBefore_HasNoEpoch()
    {
        var summary = Fit(100, DigitView.Small with { CancellationToken = new CancellationToken(canceled: true) }).TrainingSummary!;

        Assert.Equal(StopReason.Cancelled, summary.StopReason);
        Assert.Empty(summary.History.Epochs);
        Assert.Null(summary.ModelEpoch);
    }

    [Fact]
    public void Fit_Resumed_TellsOfTheEpochsBeforeTheBreakToo()
    {
        TrainingCheckpoint? reached = null;
        var before = Fit(200, DigitView.Small with { Epochs = 2, CheckpointReached = checkpoint => reached = checkpoint }).TrainingSummary!;

        var summary = Fit(200, DigitView.Small with { Epochs = 3, ResumeFrom = reached }, new MLContext(seed: 99)).TrainingSummary!;

        Assert.Equal(before.History.Epochs.AsEnumerable(), summary.History.Epochs[..2]);
        Assert.Equal((3, 7), (summary.ModelEpoch!.Epoch, summary.Seed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_RowsLeftOut_WarnsOnceOfEachKind(bool streams)
    {
        var rows = DigitView.Rows(TestDigits.Train, 300);
        rows[3].Pixels[100] = float.NaN;
        rows[4].Label = "ten";
        rows[5].Label = "eleven";

        var model = DigitView.Pipeline(_ml, DigitView.Small with { Streaming = streams }).Fit(DigitView.Create(_ml, rows));

        Assert.Equal(
            ["1 row with features that are missing or not finite was left out.", "2 rows with missing labels were left out."],
            model.LastTransformer.Model.TrainingSummary!.Warnings.AsEnumerable());
    }

    [Fact]
    public void Load_SavedModel_HasNone()
    {
        using var folder = new TemporaryFolder();
        var data = DigitView.Create(_ml, TestDigits.Train, 50);
        var path = folder.File("model.zip");
        _ml.Model.Save(DigitView.Pipeline(_ml).Fit(data), data.Schema, path);

        Assert.Null(ModelFile.LoadNetwork(_ml, path).Network.TrainingSummary);
    }

    private SigmoidNetworkModelParameters Fit(int count, SigmoidNetworkOptions options, MLContext? ml = null)
        => DigitView.Pipeline(ml ?? _ml, options).Fit(DigitView.Create(ml ?? _ml, TestDigits.Train, count)).LastTransformer.Model;

    private static Func<EpochReport, EpochDecision> Note(List<EpochReport> reports) => report =>
    {
        reports.Add(report);
        return EpochDecision.Continue;
    };
}
