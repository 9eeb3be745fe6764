using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Watching, stopping and continuing.</summary>
public class StoppingTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Fit_EpochCompleted_IsToldOfEveryEpoch()
    {
        var reports = new List<EpochReport>();

        Fit(400, new SigmoidNetworkOptions { HiddenNodes = 20, Epochs = 4, EpochCompleted = Note(reports) });

        Assert.Equal([1, 2, 3, 4], reports.Select(report => report.Epoch));
        Assert.Equal([400L, 800, 1200, 1600], reports.Select(report => report.RecordsSeen));
        Assert.True(reports[3].TrainingError < reports[0].TrainingError / 2, string.Join(" ", reports.Select(report => report.TrainingError)));
        Assert.All(reports, report => Assert.True(report.IsComplete && report.Duration > TimeSpan.Zero && report.Elapsed >= report.Duration));
    }

    [Fact]
    public void Fit_EpochCompletedAnswersStop_KeepsTheWeightsOfThatEpoch()
    {
        var stopped = Fit(200, DigitView.Small with { Epochs = 5, EpochCompleted = report => report.Epoch == 2 ? EpochDecision.Stop : EpochDecision.Continue });

        Assert.Equal(Fit(200, DigitView.Small with { Epochs = 2 }).Bits(), stopped.Bits());
    }

    [Fact]
    public void Fit_CancelledDuringAnEpoch_KeepsWhatWasLearned()
    {
        using var cancellation = new CancellationTokenSource();
        var reports = new List<EpochReport>();
        var options = DigitView.Small with
        {
            Epochs = 1000,
            CancellationToken = cancellation.Token,
            EpochCompleted = Note(reports),
            Progress = new CallAt(progress => progress is { Epoch: 3 }, cancellation.Cancel),
        };

        var weights = Fit(4000, options);

        var last = reports[^1];
        Assert.Equal((3, false), (last.Epoch, last.IsComplete));
        Assert.InRange(last.RecordsSeen, 8001, 11_999);
        Assert.NotEqual(Fit(4000, DigitView.Small with { Epochs = 2 }).Bits(), weights.Bits());
    }

    [Fact]
    public void Fit_CancelledBefore_ReturnsTheInitialWeights()
    {
        var weights = Fit(100, DigitView.Small with { CancellationToken = new CancellationToken(canceled: true) });

        var initial = WeightInitializer.Draw(784, DigitView.Small.HiddenNodes, 10, WeightInitialization.Uniform, seed: 1);
        Assert.Equal(initial.Bits(), weights.Bits());
    }

    [Fact]
    public void Fit_ContinuedFromInitialWeights_EqualsOneLongRun()
    {
        var firstHalf = Fit(200, DigitView.Small with { Epochs = 2 });

        var continued = Fit(200, DigitView.Small with { Epochs = 3, InitialWeights = firstHalf });

        Assert.Equal(Fit(200, DigitView.Small with { Epochs = 5 }).Bits(), continued.Bits());
    }

    [Fact]
    public void Fit_ContinuedFromModelParameters_EqualsOneLongRun()
    {
        var data = _ml.Transforms.ScalePixels().Fit(DigitView.Create(_ml, TestDigits.Train, 200)).Transform(DigitView.Create(_ml, TestDigits.Train, 200));
        var trainer = _ml.MulticlassClassification.Trainers.SigmoidNetwork(DigitView.Small with { Epochs = 2 });

        var continued = trainer.Fit(data, trainer.Fit(data).Model).Model.Weights;

        Assert.Equal(Fit(200, DigitView.Small with { Epochs = 4 }).Bits(), continued.Bits());
    }

    [Fact]
    public void Fit_InitialWeightsOfAnotherShape_SaysWhich()
    {
        var initial = WeightInitializer.Draw(4, DigitView.Small.HiddenNodes, 10, WeightInitialization.Uniform, seed: 1);

        var error = Assert.ThrowsAny<Exception>(() => Fit(10, DigitView.Small with { InitialWeights = initial }));

        Assert.Contains("4-30-10 nodes, but the data and the options ask for 784-30-10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ValidationSet_MeasuresWhatMlNetMeasures()
    {
        var reports = new List<EpochReport>();
        var test = DigitView.Create(_ml, TestDigits.Test, 300);
        var scaledTest = _ml.Transforms.ScalePixels().Fit(test).Transform(test);
        var pipeline = DigitView.Pipeline(_ml, DigitView.Small with { ValidationSet = scaledTest, EpochCompleted = Note(reports) });

        var model = pipeline.Fit(DigitView.Create(_ml, TestDigits.Train, 500));

        var metrics = _ml.MulticlassClassification.Evaluate(model.Transform(test));
        Assert.Equal(metrics.MicroAccuracy, reports[^1].Validation!.MicroAccuracy, 1e-12);
        Assert.Equal(300, reports[^1].Validation!.Records);
        var network = new ReferenceNetwork(model.LastTransformer.Model.Weights);
        var digits = TestDigits.Test.Take(300);
        var expected = digits.Features.Zip(digits.Labels, (x, label) => network.Query(x).Select((o, k) => Math.Pow((k == label ? 0.99 : 0.01) - o, 2)).Sum() / 2).Average();
        Assert.Equal(expected, reports[^1].Validation!.Error, 1e-6);
    }

    [Fact]
    public void Fit_MlNetLog_TellsOfEachEpochAndOfRowsLeftOut()
    {
        var messages = new List<string>();
        _ml.Log += (_, entry) => messages.Add(entry.Message);
        var rows = DigitView.Rows(TestDigits.Train, 50);
        rows[3].Pixels[100] = float.NaN;
        rows[4].Label = "ten";

        DigitView.Pipeline(_ml).Fit(DigitView.Create(_ml, rows));

        Assert.Contains(messages, message => message.Contains("48 records, 784-30-10 nodes, seed 1", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("Epoch 3: 144 records seen", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("1 row with features that are missing", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("1 row with missing labels was left out", StringComparison.Ordinal));
    }

    private NetworkWeights Fit(int count, SigmoidNetworkOptions options)
        => DigitView.Pipeline(_ml, options).Fit(DigitView.Create(_ml, TestDigits.Train, count)).LastTransformer.Model.Weights;

    private static Func<EpochReport, EpochDecision> Note(List<EpochReport> reports) => report =>
    {
        reports.Add(report);
        return EpochDecision.Continue;
    };

    /// <summary>Unlike <see cref="Progress{T}"/>, calls on the thread that trains.</summary>
    private sealed class CallAt(Func<TrainingProgress, bool> condition, Action action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (condition(value))
                action();
        }
    }
}
