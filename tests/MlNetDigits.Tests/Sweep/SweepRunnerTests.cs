using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Sweep;

public class SweepRunnerTests
{
    private readonly SweepData _data = SweepDigits.Data();

    [Theory]
    [InlineData(UpdateRule.Classic, 1, false)]
    [InlineData(UpdateRule.Gradient, 1, true)]
    [InlineData(UpdateRule.Classic, 8, true)]
    public void Run_EveryCell_HasTheRightAnswersOfMlNetsEvaluation(UpdateRule rule, int batchSize, bool shuffle)
    {
        var grid = SweepDigits.Grid with
        {
            Options = new SigmoidNetworkOptions { UpdateRule = rule, BatchSize = batchSize, Shuffle = shuffle },
        };

        var result = SweepRunner.Run(grid, _data);

        Assert.Equal(2 * 2 * 3, result.Cells.Length);
        Assert.All(result.Cells, cell =>
        {
            Assert.Equal(SweepDigits.RightByMlNet(grid, cell), cell.Measurements.Select(measured => measured.Right));
            Assert.All(cell.Measurements, measured => Assert.Equal(SweepDigits.TestRows, measured.Rows));
        });
    }

    [Fact]
    public void Run_OfManyEpochs_MeasuresWhatRunsOfFewerEpochsDo()
    {
        var many = SweepRunner.Run(SweepDigits.Grid with { Epochs = [4] }, _data);

        for (var epochs = 1; epochs <= 3; epochs++)
        {
            var few = SweepRunner.Run(SweepDigits.Grid with { Epochs = [epochs] }, _data);
            Assert.Equal(few.Cells.SelectMany(cell => cell.Measurements), many.Runs.Select(run => run.After(epochs)));
        }
    }

    [Fact]
    public void Run_AnyParallelism_SameToTheLastBit()
    {
        var grid = SweepDigits.Grid with { Options = new SigmoidNetworkOptions { Shuffle = true } };
        var one = SweepRunner.Run(grid, _data, parallelism: 1);

        var others = new[] { 2, 3, 8, 100 }.Select(parallelism => SweepRunner.Run(grid, _data, parallelism)).ToArray();

        Assert.Equal([2, 3, 8, 8], others.Select(result => result.Parallelism));
        Assert.All(others, result => Assert.Equal(SweepDigits.Measured(one), SweepDigits.Measured(result)));
        Assert.Equal(grid.Runs, one.Runs.Select(result => result.Run));
    }

    [Fact]
    public void Run_ValidationFraction_MeasuresWhatTheTrainerHoldsBack()
    {
        var grid = SweepDigits.Grid with { Options = new SigmoidNetworkOptions { ValidationFraction = 0.25 } };
        var reports = new List<EpochReport>();
        var ml = new MLContext(seed: 6);
        var options = grid.Options with
        {
            HiddenNodes = 20,
            LearningRate = 0.3f,
            Epochs = 3,
            EpochCompleted = report =>
            {
                reports.Add(report);
                return EpochDecision.Continue;
            },
        };
        DigitView.Pipeline(ml, options).Fit(DigitView.Create(ml, TestDigits.Train, SweepDigits.TrainingRows));

        var result = SweepRunner.Run(grid, SweepDigits.Data(withTest: false));

        var measured = result.Runs.Single(run => run.Run == new SweepRun(20, 0.3f, 6)).Measurements;
        Assert.All(measured, measurement => Assert.Equal(75, measurement.Rows));
        Assert.Equal(reports.Select(report => report.Validation!.MicroAccuracy), measured.Select(measurement => measurement.Accuracy));
        Assert.Equal(reports.Select(report => report.Validation!.Error), measured.Select(measurement => measurement.Error));
        Assert.Equal(reports.Select(report => report.TrainingError), measured.Select(measurement => measurement.TrainingError));
    }

    [Fact]
    public void Run_Cancelled_KeepsFinishedRunsSeedBySeedAndNamesTheOthers()
    {
        using var cancellation = new CancellationTokenSource();
        var whole = SweepRunner.Run(SweepDigits.Grid, _data);
        var progress = new Heard(heard =>
        {
            if (heard.RunsDone == 5)
                cancellation.Cancel();
        });

        var result = SweepRunner.Run(SweepDigits.Grid, _data, parallelism: 1, progress, cancellation.Token);

        Assert.Equal(5, result.Runs.Length);
        Assert.Equal(SweepDigits.Grid.Runs.ToHashSet(), result.Runs.Select(run => run.Run).Concat(result.Missing).ToHashSet());
        Assert.Equal(3, result.Missing.Length);
        Assert.Equal(4, result.Runs.Count(run => run.Run.Seed == 5));
        Assert.Subset(SweepDigits.Measured(whole).ToHashSet(), SweepDigits.Measured(result).ToHashSet());
        Assert.True(result.IsComplete(result.Best!));
    }

    [Fact]
    public void Run_CancelledInTheMiddleOfARun_TheRunIsMissing()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Heard(_ => cancellation.Cancel());

        var result = SweepRunner.Run(SweepDigits.Grid, _data, parallelism: 2, progress, cancellation.Token);

        Assert.Empty(result.Runs);
        Assert.Null(result.Best);
        Assert.Equal(SweepDigits.Grid.Runs, result.Missing);
    }

    [Fact]
    public void Run_Progress_RisesToTheWholeAndTellsOfEachRunOnce()
    {
        var heard = new List<SweepProgress>();

        var result = SweepRunner.Run(SweepDigits.Grid, _data, parallelism: 3, new Heard(heard.Add));

        Assert.Equal(heard.Select(progress => progress.Share).Order(), heard.Select(progress => progress.Share));
        Assert.Equal((8, 8, 1.0), (heard[^1].RunsDone, heard[^1].Runs, heard[^1].Share));
        Assert.Equal(result.Runs.ToHashSet(), heard.Select(progress => progress.Finished).OfType<SweepRunResult>().ToHashSet());
    }

    [Fact]
    public void Run_NothingToMeasureOn_SaysWhatToDo()
    {
        var error = Assert.Throws<ArgumentException>(() => SweepRunner.Run(SweepDigits.Grid, SweepDigits.Data(withTest: false)));

        Assert.Contains("ValidationFraction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GridThatCannotBeRun_ThrowsBeforeAnyTraining()
    {
        var heard = new List<SweepProgress>();

        var error = Assert.Throws<ArgumentException>(() => SweepRunner.Run(
            SweepDigits.Grid with { HiddenNodes = [10, 200_000_000], Seeds = 0 }, _data, progress: new Heard(heard.Add)));

        Assert.Contains("Seeds must be at least 1, not 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("200000000 hidden nodes need more weights than a tensor can hold", error.Message, StringComparison.Ordinal);
        Assert.Empty(heard);
    }

    [Fact]
    public void Run_OneRunFails_ThrowsItAndStopsTheOthers()
    {
        var grid = SweepDigits.Grid with { Seeds = 100 };
        var started = 0;

        var error = Assert.Throws<InvalidOperationException>(() => SweepThreads.Run(
            [.. grid.Runs],
            workers: 3,
            new SweepProgressReporter(grid, caller: null),
            Work,
            CancellationToken.None));

        Assert.Equal("broken", error.Message);
        Assert.InRange(started, 2, 3);

        SweepRunResult? Work(SweepRun run, Action epochDone, CancellationToken stop)
        {
            if (Interlocked.Increment(ref started) == 2)
                throw new InvalidOperationException("broken");
            stop.WaitHandle.WaitOne();
            return null;
        }
    }

    [MnistFact]
    public void Run_FullMnist_CountsWhatMlNetCounts()
    {
        var ml = new MLContext(seed: 3);
        var train = DigitData.Load(ml, MnistFolder.Path!, DigitPart.Train).View;
        var test = DigitData.Load(ml, MnistFolder.Path!, DigitPart.Test).View;
        var scaling = ml.Transforms.ScalePixels("Features", "Pixels").Fit(train);
        var grid = new SweepGrid { HiddenNodes = [20], Epochs = [1], FirstSeed = 3, Seeds = 1 };

        var result = SweepRunner.Run(grid, SweepData.Read(ml, scaling.Transform(train), scaling.Transform(test)));

        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 20, epochs: 1);
        var metrics = ml.MulticlassClassification.Evaluate(trainer.Fit(scaling.Transform(train)).Transform(scaling.Transform(test)));
        var measured = Assert.Single(Assert.Single(result.Runs).Measurements);
        Assert.Equal((10_000, (long)metrics.ConfusionMatrix.Counts.Select((row, label) => row[label]).Sum()), (measured.Rows, measured.Right));
        Assert.Equal(metrics.MicroAccuracy, measured.Accuracy, 1e-15);
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, calls on the thread that reports.</summary>
    private sealed class Heard(Action<SweepProgress> action) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => action(value);
    }
}
