using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Stopping when it gets no better, with the best weights.</summary>
public class EarlyStoppingTests
{
    // A rate at which the accuracy goes up and down from epoch to epoch.
    private static readonly SigmoidNetworkOptions Restless = DigitView.Small with { LearningRate = 1.5f, Epochs = 30 };

    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fit_Patience_StopsThatManyEpochsAfterTheBestAndKeepsItsWeights(int patience)
    {
        var (weights, history) = Fit(Restless with { ValidationFraction = 0.2, EarlyStoppingPatience = patience });

        var best = history.Best!.Epoch;
        Assert.Equal(best + patience, history.Epochs[^1].Epoch);
        Assert.True(best + patience < Restless.Epochs, "training went to its end, so that nothing was stopped");
        var (upToBest, _) = Fit(Restless with { ValidationFraction = 0.2, Epochs = best });
        Assert.Equal(upToBest.Bits(), weights.Bits());
    }

    [Fact]
    public void Fit_PatienceThatIsNotUsedUp_KeepsTheBestWeightsToo()
    {
        var (_, all) = Fit(Restless with { ValidationFraction = 0.2 });
        var epochs = Enumerable.Range(2, 20).First(count => new TrainingHistory(all.Epochs[..count]).Best!.Epoch < count);

        var (weights, history) = Fit(Restless with { ValidationFraction = 0.2, Epochs = epochs, EarlyStoppingPatience = 25 });

        Assert.Equal(epochs, history.Epochs.Length);
        Assert.Equal(Fit(Restless with { ValidationFraction = 0.2, Epochs = history.Best!.Epoch }).Weights.Bits(), weights.Bits());
    }

    [Fact]
    public void Fit_ValidationFraction_LearnsFromTheOthersOnlyAndMeasuresOnTheHeldBack()
    {
        var records = TestDigits.Train.Take(500).ToTrainingRecords();
        var (training, held) = ValidationSplit.Draw(records, 0.2, seed: 1);
        Assert.Equal((400, 100), (training.Count, held.Count));
        Assert.Equal(Enumerable.Range(0, 500), training.Order.Concat(held.Order).Order());

        var (weights, history) = Fit(DigitView.Small with { ValidationFraction = 0.2 });

        // The same by hand: rows that are never shown to the trainer, and ML.NET's own metrics on them.
        var rows = DigitView.Rows(TestDigits.Train, 500);
        var model = DigitView.Pipeline(_ml).Fit(DigitView.Create(_ml, training.Order.Select(row => rows[row])));
        var metrics = _ml.MulticlassClassification.Evaluate(model.Transform(DigitView.Create(_ml, held.Order.Select(row => rows[row]))));
        Assert.Equal(model.LastTransformer.Model.Weights.Bits(), weights.Bits());
        Assert.Equal(metrics.MicroAccuracy, history.Epochs[^1].Validation!.MicroAccuracy, 1e-12);
        Assert.Equal(3 * 400, history.Epochs[^1].RecordsSeen);
    }

    [Fact]
    public void Fit_PatienceWithoutValidation_SaysWhatIsMissing()
    {
        var error = Assert.ThrowsAny<Exception>(() => Fit(DigitView.Small with { EarlyStoppingPatience = 2 }));

        Assert.Contains("Early stopping needs a ValidationSet or a ValidationFraction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindProblems_ValidationThatCannotBe_SaysWhy()
    {
        Assert.Contains("above 0 and below 1, not 1", Assert.Single(new SigmoidNetworkOptions { ValidationFraction = 1 }.FindProblems()).ToString(), StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Single(new SigmoidNetworkOptions { ValidationFraction = double.NaN }.FindProblems()).ToString(), StringComparison.Ordinal);
        Assert.Contains("in memory", Assert.Single(new SigmoidNetworkOptions { ValidationFraction = 0.1, Streaming = true }.FindProblems()).ToString(), StringComparison.Ordinal);
        Assert.Contains("at least 1, not 0", Assert.Single(new SigmoidNetworkOptions { EarlyStoppingPatience = 0 }.FindProblems()).ToString(), StringComparison.Ordinal);
    }

    private (NetworkWeights Weights, TrainingHistory History) Fit(SigmoidNetworkOptions options)
    {
        var model = DigitView.Pipeline(_ml, options).Fit(DigitView.Create(_ml, TestDigits.Train, 500)).LastTransformer.Model;
        return (model.Weights, model.TrainingSummary!.History);
    }
}
