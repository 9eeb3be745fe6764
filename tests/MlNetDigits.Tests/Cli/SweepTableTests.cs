using CsCheck;
using MlNetDigits.Cli.Sweep;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli;

/// <summary>The table of a sweep, and its charts, from numbers made up here.</summary>
public class SweepTableTests
{
    private static readonly SweepGrid Grid = new() { HiddenNodes = [10, 200], LearningRates = [0.01f, 0.1f, 0.3f], Epochs = [1, 2], Seeds = 2 };

    [Fact]
    public void Render_ThreeThingsVary_EpochsFromLeftToRight()
    {
        var lines = SweepTable.Render(Result(Grid, right: run => run.Learned is (200, 0.1f, 2) ? 9_741 + (10 * run.Seed) : 9_000 + run.Seed)).Split('\n');

        Assert.Equal("               epochs", lines[0]);
        Assert.Equal(" hidden   rate      1             2", lines[1]);
        Assert.Equal("     10   0.01  90.02 ±0.01   90.02 ±0.01", lines[2]);
        Assert.Equal("    200    0.1  90.02 ±0.01   97.56 ±0.07*", lines[6]);
        Assert.Equal(1 + 1 + 6 + 1, lines.Length);
    }

    [Fact]
    public void Render_TwoThingsVary_TheShorterFromLeftToRight()
    {
        var lines = SweepTable.Render(Result(Grid with { Epochs = [5], Seeds = 1 }, right: run => run.Learned.Hidden)).Split('\n');

        Assert.Equal("        hidden", lines[0]);
        Assert.Equal("   rate     10      200", lines[1]);
        Assert.Equal("   0.01   0.10     2.00*", lines[2]);
    }

    [Fact]
    public void Render_OneThingVaries_ALineASetting()
    {
        var lines = SweepTable.Render(Result(Grid with { HiddenNodes = [200], LearningRates = [0.1f] }, right: run => (100 * run.Learned.Epochs) + (2 * run.Seed))).Split('\n');

        Assert.Equal("  epochs    mean  deviation    least     most  seeds", lines[0]);
        Assert.Equal("       1    1.03       0.01     1.02     1.04      2", lines[1]);
        Assert.Equal("       2    2.03       0.01     2.02     2.04      2 *", lines[2]);
    }

    [Fact]
    public void Render_TrainingsMissing_AreMarked()
    {
        var result = Result(Grid with { Epochs = [5] }, right: _ => 9_000, isFinished: run => run.Seed == 1 ? run.HiddenNodes == 10 : run is { HiddenNodes: 10, LearningRate: 0.1f });

        var lines = SweepTable.Render(result).Split('\n');

        Assert.Equal("   0.01  90.00!            -", lines[2]);
        Assert.Equal("    0.1  90.00 ±0.00*      -", lines[3]);
        Assert.Equal("* the best, ! fewer seeds, - none", SweepTable.Marks(result));
    }

    [Fact]
    public void Marks_BestLacksASeed_HasNoStarToExplain()
    {
        var result = Result(Grid with { Epochs = [5] }, right: _ => 9_000, isFinished: run => run is { Seed: 1, HiddenNodes: 10 });

        Assert.DoesNotContain('*', SweepTable.Render(result));
        Assert.Equal("! fewer seeds, - none", SweepTable.Marks(result));
    }

    [Fact]
    public void Render_AnyGrid_Fits80ColumnsAndHasEveryCellOnce()
        => Gen.Select(Gen.Int[1, 30], Gen.Int[1, 12], Gen.Int[1, 25], Gen.Int[1, 3]).ForAll((hidden, rates, epochs, seeds) =>
        {
            var grid = new SweepGrid
            {
                HiddenNodes = [.. Enumerable.Range(1, hidden).Select(i => i * 97)],
                LearningRates = [.. Enumerable.Range(1, rates).Select(i => i / 100f)],
                Epochs = [.. Enumerable.Range(1, epochs)],
                Seeds = seeds,
            };

            var text = SweepTable.Render(Result(grid, right: _ => 7_777));

            Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
            Assert.Equal(
                (hidden > 1 ? 1 : 0) + (rates > 1 ? 1 : 0) + (epochs > 1 ? 1 : 0) < 2 ? 3 * hidden * rates * epochs : hidden * rates * epochs,
                text.Split("77.77").Length - 1);
        }, count: 40);

    [Fact]
    public void Charts_WhatVaries_DecidesWhichThereAre()
    {
        Assert.Empty(Names(Grid with { HiddenNodes = [10], LearningRates = [0.1f], Epochs = [5] }));
        Assert.Equal(["accuracy-by-rate"], Names(Grid with { HiddenNodes = [10], Epochs = [5] }));
        Assert.Equal(["accuracy-by-epochs", "error-by-epochs"], Names(Grid with { HiddenNodes = [10], LearningRates = [0.1f] }));
        Assert.Equal(["accuracy-by-hidden-and-rate", "accuracy-by-rate-and-hidden"], Names(Grid with { Epochs = [5] }));

        static IEnumerable<string> Names(SweepGrid grid) => SweepCharts.Of(Result(grid, right: _ => 9_000)).Select(chart => chart.Name);
    }

    [Fact]
    public void Charts_Accuracy_MeanAndRangeOfEachCellAtTheBestOfTheRest()
    {
        var result = Result(Grid, right: run => 9_000 + run.Learned.Hidden + run.Seed + (run.Learned.Rate == 0.1f ? 5 : 0) - run.Learned.Epochs);

        var chart = SweepCharts.Of(result).Single(chart => chart.Name == "accuracy-by-rate-and-hidden").Chart;

        Assert.Equal(["10 nodes", "200 nodes"], chart.Series.Select(series => series.Name));
        Assert.Equal([0.01, 0.1, 0.3], chart.Series[0].Points.Select(point => point.X));
        var point = chart.Series[1].Points[1];
        Assert.Equal((0.92055, 0.9205, 0.9206), (Math.Round(point.Mean, 9), point.Low, point.High));
        Assert.Equal((0.1, 0.92055), (chart.Highlight!.X, Math.Round(chart.Highlight.Y, 9)));
        Assert.StartsWith("1 epoch; mean of 2 seeds", chart.Note, StringComparison.Ordinal);
        Assert.True(chart.IsLogarithmic);
    }

    [Fact]
    public void Charts_ManyLines_AreThinnedAndSaySo()
    {
        var result = Result(Grid with { Epochs = [.. Enumerable.Range(1, 20)] }, right: run => 9_000 + run.Learned.Epochs);

        var chart = SweepCharts.Of(result).Single(chart => chart.Name == "accuracy-by-hidden-and-epochs").Chart;

        Assert.Equal(6, chart.Series.Length);
        Assert.Equal(["1 epoch", "20 epochs"], [chart.Series[0].Name, chart.Series[^1].Name]);
        Assert.Contains("6 of 20 lines", chart.Note, StringComparison.Ordinal);
    }

    /// <summary>A sweep with these right answers of 10,000.</summary>
    private static SweepResult Result(
        SweepGrid grid, Func<((int Hidden, float Rate, int Epochs) Learned, int Seed), long> right, Func<SweepRun, bool>? isFinished = null)
        => new(
            grid,
            [
                .. grid.Runs.Where(run => isFinished?.Invoke(run) ?? true).Select(run => new SweepRunResult(
                    run,
                    [
                        .. Enumerable.Range(1, grid.MostEpochs).Select(epoch => new SweepMeasurement(
                            epoch, right(((run.HiddenNodes, run.LearningRate, epoch), run.Seed)), 10_000, 0.1, 0.1)),
                    ],
                    TimeSpan.FromSeconds(1))),
            ],
            [.. grid.Runs.Where(run => !(isFinished?.Invoke(run) ?? true))],
            parallelism: 1,
            TimeSpan.FromSeconds(1));
}
