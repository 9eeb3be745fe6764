using System.Globalization;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Charts;

/// <summary>Learning curves show the history, whatever it is like.</summary>
public class LearningCurvesTests
{
    private const string Blue = "#0B62A8";
    private const string Orange = "#C2560C";

    [Fact]
    public void Error_ThreeEpochs_DotsAreTheHistory()
    {
        var chart = SvgChart.Of(LearningCurves.Error(ReportExample.History));

        var epochs = ReportExample.History.Epochs;
        AssertOnScale(epochs.Select(epoch => epoch.TrainingError), chart.Dots(Blue));
        AssertOnScale(epochs.Take(2).Select(epoch => epoch.Validation!.Error), chart.Dots(Orange));

        // Both curves are on one scale.
        double PixelsFor(double value) => Interpolate(epochs[0].TrainingError, chart.Dots(Blue)[0].Y, epochs[1].TrainingError, chart.Dots(Blue)[1].Y, value);
        Assert.Equal(PixelsFor(epochs[0].Validation!.Error), chart.Dots(Orange)[0].Y, 0.1);
    }

    [Fact]
    public void Error_BestAndCutShort_AreMarkedAndExplained()
    {
        var chart = SvgChart.Of(LearningCurves.Error(ReportExample.History));

        Assert.Contains("best: epoch 2, 97.33 %", chart.Texts);
        Assert.Contains("cut short", chart.Texts);
        var best = chart.All("path").Where(line => line.Attribute("stroke")?.Value == "#4B7F6E")
            .Select(line => line.Attribute("d")!.Value.Split('M', 'L', ' ')).Single(line => line[1] == line[3]);
        Assert.Equal(chart.Dots(Blue)[1].X, double.Parse(best[1], System.Globalization.CultureInfo.InvariantCulture), 0.1);
        var ring = Assert.Single(chart.All("ellipse"), dot => dot.Attribute("stroke") is not null && SvgChart.Number(dot, "cy") > 40);
        Assert.Equal(chart.Dots(Blue)[2].X, SvgChart.Number(ring, "cx"), 0.1);
    }

    [Fact]
    public void Accuracy_TwoValidatedEpochs_DotsAreTheHistory()
        => AssertOnScale([0.951666, 0.973333], SvgChart.Of(LearningCurves.Accuracy(ReportExample.History)!).Dots(Orange));

    [Fact]
    public void Error_WithoutValidation_OneCurveAndNoBest()
    {
        var history = new TrainingHistory([.. ReportExample.History.Epochs.Select(epoch => epoch with { Validation = null })]);
        var chart = SvgChart.Of(LearningCurves.Error(history));

        Assert.Null(LearningCurves.Accuracy(history));
        Assert.Contains("training", chart.Texts);
        Assert.DoesNotContain("validation", chart.Texts);
        Assert.DoesNotContain(chart.Texts, text => text.StartsWith("best", StringComparison.Ordinal));
    }

    [Fact]
    public void Error_OneEpoch_OneDotInTheMiddleAndOneTick()
    {
        var history = new TrainingHistory([ReportExample.History.Epochs[0]]);

        foreach (var chart in (SvgChart[])[SvgChart.Of(LearningCurves.Error(history)), SvgChart.Of(LearningCurves.Accuracy(history)!)])
        {
            var dot = Assert.Single(chart.Dots(Orange));
            Assert.InRange(dot.X, 400, 560);
            Assert.InRange(dot.Y, 60, 370);
            Assert.Single(chart.Texts, "1");
        }
    }

    [Fact]
    public void Error_NothingMeasured_IsAnEmptyChart()
    {
        var unknown = ReportExample.History.Epochs[2] with { TrainingError = double.NaN };

        Assert.All(
            [TrainingHistory.Empty, new TrainingHistory([unknown])],
            history => Assert.Contains("epoch", SvgChart.Of(LearningCurves.Error(history)).Texts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.9999)]
    public void Accuracy_NearlyOrAllRight_NothingAbove100PercentIsWritten(double accuracy)
    {
        EpochReport At(int epoch) => ReportExample.History.Epochs[0] with { Epoch = epoch, Validation = new(600, accuracy, 0.01) };
        var texts = SvgChart.Of(LearningCurves.Accuracy(new TrainingHistory([At(1), At(2)]))!).Texts;

        var ticks = texts.Where(text => text.EndsWith(" %", StringComparison.Ordinal) && !text.StartsWith("best", StringComparison.Ordinal))
            .Select(text => double.Parse(text.TrimEnd(' ', '%'), CultureInfo.InvariantCulture)).ToArray();
        Assert.Contains(100, ticks);
        Assert.Equal(100, ticks.Max());
    }

    [Theory]
    [InlineData(3e-9)]
    [InlineData(0.0003)]
    [InlineData(0.3)]
    [InlineData(3e20)]
    public void Error_OfAnySize_EveryTickIsAnotherShortNumber(double error)
    {
        EpochReport At(int epoch) => ReportExample.History.Epochs[0] with { Epoch = epoch, TrainingError = error / epoch, Validation = null };
        var texts = SvgChart.Of(LearningCurves.Error(new TrainingHistory([At(20), At(30)]))).Texts;

        var ticks = texts.Where(text => text is "0" || double.TryParse(text, CultureInfo.InvariantCulture, out var tick) && tick is < 20 or > 30).ToArray();
        Assert.InRange(ticks.Length, 3, 9);
        Assert.Equal(ticks.Length, ticks.Select(text => double.Parse(text, CultureInfo.InvariantCulture)).Distinct().Count());
        Assert.All(ticks, tick => Assert.True(tick.Length <= 8, tick));
    }

    [Theory]
    [InlineData(1, 12, 12)]
    [InlineData(1, 14, 7)]
    [InlineData(30, 137, 11)]
    [InlineData(1, int.MaxValue, 10)]
    public void Error_ManyEpochs_TicksAreFewWholeNumbers(int first, int last, int expected)
    {
        EpochReport At(int epoch) => ReportExample.History.Epochs[0] with { Epoch = epoch, Validation = null };
        var chart = SvgChart.Of(LearningCurves.Error(new TrainingHistory([At(first), At(last)])));

        var ticks = chart.Texts.Where(text => long.TryParse(text, out var epoch) && epoch >= first).ToArray();
        Assert.Equal(expected, ticks.Length);
        var steps = ticks.Select(long.Parse).Zip(ticks.Select(long.Parse).Skip(1), (left, right) => right - left).Distinct().ToArray();
        Assert.Single(steps);
    }

    // Equal differences of values are equal differences of pixels, and larger is higher.
    private static void AssertOnScale(IEnumerable<double> values, (double X, double Y)[] dots)
    {
        double[] expected = [.. values];
        Assert.Equal(expected.Length, dots.Length);
        for (var i = 2; i < dots.Length; i++)
        {
            Assert.Equal(Interpolate(expected[0], dots[0].Y, expected[1], dots[1].Y, expected[i]), dots[i].Y, 0.1);
            Assert.Equal(dots[1].X - dots[0].X, dots[i].X - dots[i - 1].X, 0.1);
        }

        Assert.Equal(Math.Sign(expected[1] - expected[0]), Math.Sign(dots[0].Y - dots[1].Y));
    }

    private static double Interpolate(double x0, double y0, double x1, double y1, double x) => y0 + ((x - x0) / (x1 - x0) * (y1 - y0));
}
