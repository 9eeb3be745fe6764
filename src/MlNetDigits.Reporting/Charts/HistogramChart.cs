using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>Draws histograms.</summary>
public static class HistogramChart
{
    private static readonly Color Fill = Color.FromHex("#3B6FB6");
    private static readonly Color Marked = Color.FromHex("#C2410C");

    /// <summary>A histogram as bars: the share of the values that falls into each range, in percent.</summary>
    /// <param name="histogram">The counts.</param>
    /// <param name="title">What the chart shows.</param>
    /// <param name="valueName">The horizontal axis: what was counted.</param>
    /// <param name="marks">Values to mark with an upright line; none by default.</param>
    /// <returns>The chart.</returns>
    public static Chart Of(
        ValueHistogram histogram,
        string title,
        string valueName,
        ImmutableArray<double> marks = default)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return new Chart(plot => Draw(plot, histogram, title, valueName, marks.IsDefault ? [] : marks));
    }

    private static void Draw(
        Plot plot,
        ValueHistogram histogram,
        string title,
        string valueName,
        ImmutableArray<double> marks)
    {
        plot.Add.Bars(histogram.Counts.Select((count, bin) => Bar(histogram, bin, count)).ToArray());
        foreach (var mark in marks)
            plot.Add.VerticalLine(mark, 1.5f, Marked, LinePattern.Dashed);

        plot.Title(title);
        plot.XLabel(valueName);
        plot.YLabel("share in %");
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = value => value.ToString("#,0.##", CultureInfo.InvariantCulture),
        };
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = value => value.ToString("0.######", CultureInfo.InvariantCulture),
        };
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Margins(bottom: 0);
    }

    private static Bar Bar(ValueHistogram histogram, int bin, long count)
    {
        var (low, high) = (histogram.Edges[bin], histogram.Edges[bin + 1]);
        return new Bar
        {
            Position = (low + high) / 2,
            Size = high - low,
            Value = 100.0 * count / Math.Max(histogram.Total, 1),
            FillColor = Fill,
            LineColor = Colors.White,
            LineWidth = 0.5f,
        };
    }
}
