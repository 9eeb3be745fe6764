using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace MlNetDigits.Reporting;

/// <summary>Draws how a training run went, epoch by epoch.</summary>
public static class LearningCurves
{
    private const int Height = 420;

    // So many epochs have a dot each; of more, dots would make a caterpillar.
    private const int MostDots = 40;

    /// <summary>
    /// The training error and, if there is one, the validation error of each epoch. The best epoch is marked; so is the
    /// last one if it was cut short, whose error is that of the records that it had.
    /// </summary>
    /// <param name="history">The run; its best epoch is that of the highest validation accuracy.</param>
    /// <returns>The chart; an empty one if nothing was measured.</returns>
    public static Chart Error(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Draw(
            history,
            "error",
            [
                new Curve("training", ChartStyle.Blue, [.. history.Epochs.Select(epoch => epoch.TrainingError)]),
                new Curve("validation", ChartStyle.Orange, [.. history.Epochs.Select(epoch => epoch.Validation?.Error ?? double.NaN)]),
            ],
            values => (0, values.Max() is var most and > 0 ? most * 1.08 : 1),
            value => value.ToString("G6", CultureInfo.InvariantCulture));
    }

    /// <summary>The validation accuracy of each epoch. The best epoch is marked.</summary>
    /// <param name="history">The run.</param>
    /// <returns>The chart; null if no epoch was validated.</returns>
    public static Chart? Accuracy(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Best is null ? null : Draw(
            history,
            "validation accuracy",
            [new Curve("validation", ChartStyle.Orange, [.. history.Epochs.Select(epoch => epoch.Validation?.MicroAccuracy ?? double.NaN)])],
            AroundShares,
            Percentage);
    }

    private static Chart Draw(
        TrainingHistory history,
        string quantity,
        ImmutableArray<Curve> curves,
        Func<ImmutableArray<double>, (double Least, double Most)> range,
        Func<double, string> format) => new(
        (plot, _) =>
        {
            ChartStyle.Apply(plot);
            if (history.Best is { } best)
                plot.Add.VerticalLine(best.Epoch, 2, ChartStyle.Green);
            foreach (var curve in curves.Where(curve => curve.Values.Any(double.IsFinite)))
                AddCurve(plot, history, curve);

            ImmutableArray<double> values = [.. curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
            var (least, most) = range(values.IsEmpty ? [0] : values);
            var (first, last) = history.Epochs.IsEmpty ? (1, 1) : (history.Epochs[0].Epoch, history.Epochs[^1].Epoch);
            var room = Math.Max(0.4, 0.02 * (last - first));
            plot.Axes.SetLimits(first - room, last + room, least, most);
            plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(EpochTicks(first, last));
            plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = format, TargetTickCount = 6 };
            plot.XLabel("epoch");
            plot.YLabel(quantity);
            ChartStyle.ShowLegend(plot, Marks(history));
        },
        Chart.DefaultWidth,
        Height);

    private static void AddCurve(Plot plot, TrainingHistory history, Curve curve)
    {
        var points = history.Epochs.Zip(curve.Values).Where(pair => double.IsFinite(pair.Second)).ToArray();
        var line = plot.Add.Scatter(
            points.Select(point => (double)point.First.Epoch).ToArray(), points.Select(point => point.Second).ToArray(), curve.Color);
        line.LineWidth = 2;
        line.MarkerSize = points.Length <= MostDots ? 7 : 0;
        line.LegendText = curve.Name;
        foreach (var (epoch, value) in points.Where(point => !point.First.IsComplete))
            plot.Add.Marker(epoch.Epoch, value, MarkerShape.OpenCircle, 13, ChartStyle.Ink).MarkerLineWidth = 1.5f;
    }

    private static IEnumerable<LegendItem> Marks(TrainingHistory history)
    {
        if (history.Best is { Validation: { } validation } best)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"best: epoch {best.Epoch}, {100 * validation.MicroAccuracy:0.00} %");
            yield return new LegendItem { LabelText = text, LineColor = ChartStyle.Green, LineWidth = 2 };
        }

        if (history.Epochs.Any(epoch => !epoch.IsComplete))
        {
            yield return new LegendItem
            {
                LabelText = "cut short",
                MarkerShape = MarkerShape.OpenCircle,
                MarkerSize = 13,
                MarkerLineColor = ChartStyle.Ink,
                MarkerLineWidth = 1.5f,
            };
        }
    }

    // There is room for a dot at 100 %, but nothing is above it.
    private static string Percentage(double share)
        => share > 1 + 1e-9 ? "" : (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    // Not from 0: a dot or a line may start anywhere, and what matters is in the last percents.
    private static (double Least, double Most) AroundShares(ImmutableArray<double> shares)
    {
        var room = Math.Max(0.002, 0.12 * (shares.Max() - shares.Min()));
        return (Math.Max(0, shares.Min() - room), shares.Max() + room);
    }

    /// <summary>About ten whole numbers, in steps of 1, 2 or 5 times a power of ten.</summary>
    private static IEnumerable<(double Position, string Text)> EpochTicks(int first, int last)
    {
        var step = 1L;
        for (var factor = 0; ((long)last - first) / step > 12; factor++)
            step = factor % 3 == 1 ? step / 2 * 5 : step * 2;
        for (var epoch = (first + step - 1) / step * step; epoch <= last; epoch += step)
            yield return (epoch, epoch.ToString(CultureInfo.InvariantCulture));
    }

    private sealed record Curve(string Name, Color Color, ImmutableArray<double> Values);
}
