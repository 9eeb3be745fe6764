using System.Globalization;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>Draws how a model does on each class.</summary>
public static class ClassBars
{
    private const int PerBar = 25;
    private const float BarWidth = 0.25f;

    // Of thinner bars, in pixels, the numbers would not fit in.
    private const float LeastBarWithNumber = 16;

    /// <summary>Three bars a class: precision, recall and F1, from 0 to 100 %, each with its number in it if there is room.</summary>
    /// <param name="report">
    /// The report. Names of classes are cut if they are long; letters that are not Latin, Greek or Cyrillic are drawn as
    /// boxes.
    /// </param>
    /// <returns>The chart; a share that is not defined has no bar.</returns>
    public static Chart Draw(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var classes = report.Classes;
        (string Name, Color Color, Func<ClassMetrics, double> Value)[] kinds =
        [
            ("precision", ChartStyle.Blue, metrics => metrics.Precision),
            ("recall", ChartStyle.Orange, metrics => metrics.Recall),
            ("F1", ChartStyle.Green, metrics => metrics.F1),
        ];
        return new Chart(
            (plot, size) =>
            {
                ChartStyle.Apply(plot);
                var room = (size.Width - 80) / Math.Max(classes.Length, 1);
                var hasNumbers = BarWidth * room >= LeastBarWithNumber;
                for (var kind = 0; kind < kinds.Length; kind++)
                {
                    var (name, color, value) = kinds[kind];
                    var bars = classes.Select((metrics, i) => (Value: value(metrics), Position: i + ((kind - 1) * 0.27)))
                        .Where(bar => !double.IsNaN(bar.Value))
                        .ToArray();
                    var drawn = plot.Add.Bars(bars.Select(bar => bar.Position).ToArray(), bars.Select(bar => bar.Value).ToArray());
                    drawn.Color = color;
                    drawn.LegendText = name;
                    foreach (var bar in drawn.Bars)
                        (bar.Size, bar.LineWidth) = (BarWidth, 0);
                    foreach (var bar in hasNumbers ? bars : [])
                        AddNumber(plot, bar.Position, bar.Value);
                }

                plot.Axes.SetLimits(-0.6, classes.Length - 0.4, 0, 1);
                ClassAxis.Label(plot.Axes.Bottom, report.Confusion.ClassNames, room);
                plot.Axes.Left.TickGenerator = ChartStyle.Ticks(
                    Enumerable.Range(0, 6).Select(i => (i / 5.0, string.Create(CultureInfo.InvariantCulture, $"{20 * i} %"))));
                plot.XLabel("class");
                ChartStyle.ShowLegend(plot);
            },
            Math.Clamp((classes.Length * 3 * PerBar) + 120, Chart.DefaultWidth, 2000),
            480);
    }

    private static void AddNumber(Plot plot, double position, double value)
    {
        var isInside = value > 0.25;
        var text = plot.Add.Text(value.ToString("0.000", CultureInfo.InvariantCulture), position, value);
        text.LabelFontSize = ChartStyle.TextSize;
        text.LabelFontColor = isInside ? ChartStyle.Paper : ChartStyle.Ink;
        text.LabelRotation = -90;
        text.LabelAlignment = isInside ? Alignment.MiddleRight : Alignment.MiddleLeft;
        text.OffsetY = isInside ? 6 : -6;
    }
}
