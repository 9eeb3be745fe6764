using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class StreamingTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Fit_Streaming_LearnsWhatFitInMemoryLearns(int batchSize)
    {
        // More records than a block has, so that each epoch has several.
        var data = ManyDigits(9000);
        var options = DigitView.Small with { Epochs = 2, BatchSize = batchSize };

        var streamed = Fit(data, options with { Streaming = true });

        var inMemory = new ReferenceNetwork(Fit(data, options));
        Assert.True(inMemory.LargestDifference(streamed) < 1e-3, $"{inMemory.LargestDifference(streamed)}");
    }

    [Fact]
    public void Fit_Streaming_ReadsTheDataOnceAnEpoch()
    {
        var passes = 0;
        var rows = DigitView.Rows(TestDigits.Train, 50);

        Fit(DigitView.Create(_ml, Counted()), DigitView.Small with { Epochs = 4, Streaming = true });

        Assert.Equal(4, passes);

        IEnumerable<DigitRow> Counted()
        {
            passes++;
            foreach (var row in rows)
                yield return row;
        }
    }

    [Fact]
    public void Fit_InMemory_ReadsTheDataOnce()
    {
        var passes = 0;
        var rows = DigitView.Rows(TestDigits.Train, 50);

        Fit(DigitView.Create(_ml, Counted()), DigitView.Small with { Epochs = 4 });

        Assert.Equal(1, passes);

        IEnumerable<DigitRow> Counted()
        {
            passes++;
            foreach (var row in rows)
                yield return row;
        }
    }

    [Fact]
    public void Fit_Streaming_ReportsEpochsAndProgress()
    {
        var reports = new List<EpochReport>();
        var progress = new Notes();
        var options = DigitView.Small with
        {
            Epochs = 2,
            Streaming = true,
            Progress = progress,
            EpochCompleted = report =>
            {
                reports.Add(report);
                return EpochDecision.Continue;
            },
        };

        Fit(ManyDigits(8200), options);

        Assert.Equal([8200L, 16_400], reports.Select(report => report.RecordsSeen));
        Assert.All(reports, report => Assert.True(report.IsComplete));
        Assert.Null(progress.Values[0].RecordsPerEpoch);
        Assert.Equal((2, 8200L, 8200L), (progress.Values[^1].Epoch, progress.Values[^1].Records, progress.Values[^1].RecordsPerEpoch));
    }

    [Fact]
    public void Fit_StreamingCancelled_KeepsWhatWasLearned()
    {
        using var cancellation = new CancellationTokenSource();
        var reports = new List<EpochReport>();
        var options = DigitView.Small with
        {
            Epochs = 100,
            Streaming = true,
            CancellationToken = cancellation.Token,
            EpochCompleted = report =>
            {
                reports.Add(report);
                cancellation.Cancel();
                return EpochDecision.Continue;
            },
        };

        var weights = Fit(ManyDigits(300), options);

        Assert.Single(reports);
        Assert.Equal(
            Fit(ManyDigits(300), DigitView.Small with { Epochs = 1 }).HiddenWeights.ToArray(), weights.HiddenWeights.ToArray());
    }

    [Fact]
    public void Fit_StreamingNothing_SaysSo()
    {
        var error = Assert.ThrowsAny<Exception>(() => Fit(ManyDigits(0), DigitView.Small with { Streaming = true }));

        Assert.Contains("no records to learn from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindProblems_StreamingShuffled_SaysThatTheyDoNotGoTogether()
        => Assert.Equal(
            "Shuffle needs the data in memory; use it without Streaming.",
            Assert.Single(new SigmoidNetworkOptions { Streaming = true, Shuffle = true }.FindProblems()).ToString());

    private IDataView ManyDigits(int count)
    {
        var digits = DigitView.Rows(TestDigits.Train, 500);
        return DigitView.Create(_ml, Enumerable.Range(0, count).Select(i => digits[i % digits.Count]));
    }

    private NetworkWeights Fit(IDataView data, SigmoidNetworkOptions options)
        => DigitView.Pipeline(_ml, options).Fit(data).LastTransformer.Model.Weights;

    private sealed class Notes : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Values { get; } = [];

        public void Report(TrainingProgress value) => Values.Add(value);
    }
}
