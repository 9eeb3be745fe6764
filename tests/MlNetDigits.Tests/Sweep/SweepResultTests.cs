using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Sweep;

/// <summary>From right answers to settings, spreads and tables, without any training.</summary>
public class SweepResultTests
{
    private static readonly SweepGrid Grid = new() { HiddenNodes = [10, 20], LearningRates = [0.1f], Epochs = [1, 2], Seeds = 3 };

    [Fact]
    public void Cells_RightAnswers_MeanDeviationLeastAndMost()
    {
        var cell = Result([(10, 1, [80, 90]), (10, 2, [82, 90]), (10, 3, [87, 90])]).Cells[0];

        Assert.Equal((10, 0.1f, 1, 3), (cell.HiddenNodes, cell.LearningRate, cell.Epochs, cell.Accuracy.Seeds));
        Assert.Equal(0.83, cell.Accuracy.Mean, 1e-12);

        // Deviations -3, -1 and 4: the square root of 26 / 2.
        Assert.Equal(Math.Sqrt(13) / 100, cell.Accuracy.StandardDeviation!.Value, 1e-12);
        Assert.Equal((0.80, 0.87), (cell.Accuracy.Min, cell.Accuracy.Max));
    }

    [Fact]
    public void Spread_OfAnyValues_StaysBetweenLeastAndMost()
        => Gen.Double[0, 1].Array[2, 9].ForAll(values =>
        {
            var spread = SeedSpread.Of(values);
            Assert.Equal((values.Length, values.Min(), values.Max()), (spread.Seeds, spread.Min, spread.Max));
            Assert.InRange(spread.Mean, spread.Min - 1e-12, spread.Max + 1e-12);
            Assert.InRange(spread.StandardDeviation!.Value, 0, spread.Max - spread.Min + 1e-12);
        });

    [Fact]
    public void Spread_OfOneValue_HasNoDeviation()
        => Assert.Equal(new SeedSpread(1, 0.5, null, 0.5, 0.5), SeedSpread.Of([0.5]));

    [Fact]
    public void Best_EqualMeans_FewestNodesThenFewestEpochs()
    {
        var best = Result([(20, 1, [90, 90]), (20, 2, [90, 90]), (20, 3, [90, 90]), (10, 1, [80, 90]), (10, 2, [80, 90]), (10, 3, [80, 90])]).Best!;

        Assert.Equal((10, 2), (best.HiddenNodes, best.Epochs));
    }

    [Fact]
    public void Best_CellWithOneLuckySeedOnly_IsNotPreferred()
    {
        var result = Result([(10, 1, [80, 81]), (10, 2, [80, 81]), (10, 3, [80, 81]), (20, 1, [99, 99])]);

        Assert.Equal((10, 2), (result.Best!.HiddenNodes, result.Best.Epochs));
        Assert.False(result.IsComplete(result.Cells.First(cell => cell.HiddenNodes == 20)));
    }

    [Fact]
    public void RenderRuns_Result_OneLineARunAndEpochThatReadsBack()
    {
        var result = Result([(10, 1, [80, 81]), (20, 3, [70, 71])]);

        var lines = SweepCsv.RenderRuns(result).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("hidden,learning_rate,epochs,seed,right,rows,accuracy,error,training_error", lines[0]);
        Assert.Equal(
            ["10,0.1,1,1,80,100,0.8", "10,0.1,2,1,81,100,0.81", "20,0.1,1,3,70,100,0.7", "20,0.1,2,3,71,100,0.71"],
            lines[1..].Select(line => string.Join(',', line.Split(',')[..7])));
        Assert.Equal(
            result.Runs.SelectMany(run => run.Measurements).Select(measured => (measured.Error, measured.TrainingError)),
            lines[1..].Select(line => line.Split(',')).Select(values => (Parse(values[7]), Parse(values[8]))));
    }

    [Fact]
    public void RenderCells_Result_OneLineASettingWithTheBestMarked()
    {
        var text = SweepCsv.RenderCells(Result([(10, 1, [80, 82]), (10, 2, [80, 84]), (20, 1, [70, 71])]));

        Assert.Equal(
            ["10,0.1,1,2,0.8,0,0.8,0.8,0", "20,0.1,1,1,0.7,,0.7,0.7,0", "20,0.1,2,1,0.71,,0.71,0.71,0"],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where((_, line) => line is 1 or 3 or 4));
        Assert.Contains("\n10,0.1,2,2,0.83,0.0141421356", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.EndsWith(",1", StringComparison.Ordinal) && line.StartsWith("10,0.1,2,", StringComparison.Ordinal));
    }

    /// <summary>Runs with these right answers of 100, one an epoch.</summary>
    private static SweepResult Result((int Hidden, int Seed, int[] Right)[] runs)
    {
        ImmutableArray<SweepRunResult> results =
        [
            .. runs.Select(run => new SweepRunResult(
                new SweepRun(run.Hidden, 0.1f, run.Seed),
                [.. run.Right.Select((right, epoch) => new SweepMeasurement(epoch + 1, right, 100, 1.0 / right, 2.0 / right / 3))],
                TimeSpan.FromSeconds(1))),
        ];
        return new SweepResult(
            Grid, results, [.. Grid.Runs.Except(results.Select(result => result.Run))], 1, TimeSpan.FromSeconds(2));
    }

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
