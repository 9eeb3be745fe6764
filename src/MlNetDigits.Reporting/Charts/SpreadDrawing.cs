using System.Collections.Immutable;
using ScottPlot;
using ScottPlot.AxisPanels;
using ScottPlot.Panels;
using ScottPlot.TickGenerators;

namespace MlNetDigits.Reporting;

/// <summary>Draws a <see cref="SpreadChart"/>.</summary>
internal sealed class SpreadDrawing
{
    private const double Margin = 0.04;
    private const double EdgeShare = 0.1;
    private const float LineWidth = 2;

    // In place of dashes, which SVG files come without.
    private const float ThinLineWidth = 1.1f;
    private const float MarkerSize = 7;

    private readonly SpreadChart _chart;
    private readonly Plot _plot;
    private readonly ValueScale _x;
    private readonly ValueScale _y;
    private readonly int _colors;

    public SpreadDrawing(SpreadChart chart, Plot plot)
    {
        (_chart, _plot) = (chart, plot);
        SpreadPoint[] points = [.. chart.Series.SelectMany(series => series.Points)];
        _x = ValueScale.ForSettings([.. points.Select(point => point.X).Distinct().Order()], chart.IsLogarithmic);
        var (low, high) = (points.Min(point => point.Low), points.Max(point => point.High));
        _y = chart.IsShare ? ValueScale.ForShares(low, high) : ValueScale.ForNumbers(low, high);
        _colors = chart.Series.Max(series => series.Color) + 1;
    }

    /// <summary>Fills the plot.</summary>
    public void Draw()
    {
        foreach (var series in _chart.Series)
            DrawBand(series);
        foreach (var series in _chart.Series)
            DrawLine(series);
        if (_chart.Highlight is { } highlight)
            DrawHighlight(highlight);
        SetAxes();
        if (_chart.Series.Length > 1)
            DrawNames();
        DrawTitle();
    }

    private Color ColorOf(SpreadSeries series) => SeriesStyle.ColorOf(series.Color, _colors);

    private static ImmutableArray<SpreadPoint> Sorted(SpreadSeries series) => [.. series.Points.OrderBy(point => point.X)];

    private void DrawBand(SpreadSeries series)
    {
        var points = Sorted(series);
        if (points.Length > 1)
        {
            var band = _plot.Add.FillY(
                [.. points.Select(point => (_x.Place(point.X), _y.Place(point.Low), _y.Place(point.High)))]);
            band.FillColor = ColorOf(series).WithAlpha(0.16);
            band.LineWidth = 0;
            band.MarkerSize = 0;
            return;
        }

        var spread = _plot.Add.Line(
            _x.Place(points[0].X), _y.Place(points[0].Low), _x.Place(points[0].X), _y.Place(points[0].High));
        spread.LineColor = ColorOf(series);
        spread.LineWidth = LineWidth;
    }

    private void DrawLine(SpreadSeries series)
    {
        var points = Sorted(series);
        var line = _plot.Add.Scatter(
            points.Select(point => _x.Place(point.X)).ToArray(), points.Select(point => _y.Place(point.Mean)).ToArray());
        line.Color = ColorOf(series);
        line.LineWidth = series.IsHollow ? ThinLineWidth : LineWidth;
        line.MarkerShape = SeriesStyle.ShapeOf(series.Color, series.IsHollow);
        line.MarkerSize = MarkerSize;
    }

    private void DrawHighlight(SpreadHighlight highlight)
    {
        var place = new Coordinates(_x.Place(highlight.X), _y.Place(highlight.Y));
        _plot.Add.Marker(place, MarkerShape.OpenCircle, MarkerSize * 2.2f, Colors.Black).MarkerLineWidth = 1.6f;
        var text = _plot.Add.Text(highlight.Text, place);
        text.LabelFontName = ReportFont.Name;
        text.LabelFontSize = 13;
        text.LabelFontColor = Colors.Black;
        text.LabelAlignment = AlignmentAt(place.X);
        text.OffsetY = -11;
    }

    /// <summary>A text at either end of the axis grows inwards.</summary>
    private Alignment AlignmentAt(double place)
    {
        double[] places = [.. _chart.Series.SelectMany(series => series.Points).Select(point => _x.Place(point.X))];
        var share = (place - places.Min()) / Math.Max(places.Max() - places.Min(), double.Epsilon);
        return share switch
        {
            < EdgeShare => Alignment.LowerLeft,
            > 1 - EdgeShare => Alignment.LowerRight,
            _ => Alignment.LowerCenter,
        };
    }

    private void SetAxes()
    {
        SpreadPoint[] points = [.. _chart.Series.SelectMany(series => series.Points)];
        var (left, right) = Padded(points.Min(point => _x.Place(point.X)), points.Max(point => _x.Place(point.X)));

        // Room for the highlighted point's text.
        var (bottom, top) = Padded(points.Min(point => _y.Place(point.Low)), points.Max(point => _y.Place(point.High)));
        _plot.Axes.SetLimits(left, right, bottom, top + (_chart.Highlight is null ? 0 : (top - bottom) * 0.05));
        _plot.Axes.Bottom.TickGenerator = Ticks(_x);
        _plot.Axes.Left.TickGenerator = Ticks(_y);
        _plot.XLabel(WithNote(_chart.XLabel, _x.Note), 14);
        _plot.YLabel(WithNote(_chart.YLabel, _y.Note), 14);
        _plot.Axes.Bottom.Label.Bold = false;
        _plot.Axes.Left.Label.Bold = false;
        _plot.Axes.Bottom.TickLabelStyle.FontSize = 13;
        _plot.Axes.Left.TickLabelStyle.FontSize = 13;
        ((AxisBase)_plot.Axes.Left).PaddingOutsideAxisLabels = new PixelPadding(8);
        _plot.Axes.Top.FrameLineStyle.Width = 0;
        _plot.Axes.Right.FrameLineStyle.Width = 0;
        _plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.10);
    }

    private void DrawNames()
    {
        var names = new EndLabels(
        [
            .. _chart.Series.Select(series =>
            {
                var last = Sorted(series)[^1];
                return (new Coordinates(_x.Place(last.X), _y.Place(last.Mean)), series.Name, ColorOf(series));
            }),
        ]);
        _plot.Add.Plottable(names);
        _plot.Axes.Right.MinimumSize = names.Width;
    }

    private void DrawTitle()
    {
        if (_chart.Note.Length > 0)
        {
            var note = new TitlePanel();
            note.Label.Text = _chart.Note;
            note.Label.FontName = ReportFont.Name;
            note.Label.FontSize = 13;
            note.Label.Bold = false;
            _plot.Axes.AddPanel(note);
        }

        _plot.Title(_chart.Title, 17);
    }

    private static (double Low, double High) Padded(double low, double high)
    {
        var margin = high > low ? (high - low) * Margin : Math.Max(Math.Abs(high) * 0.01, 1e-3);
        return (low - margin, high + margin);
    }

    private static NumericManual Ticks(ValueScale scale)
        => new([.. scale.Ticks.Select(tick => scale.Place(tick.Value))], [.. scale.Ticks.Select(tick => tick.Text)]);

    private static string WithNote(string label, string note) => note.Length == 0 ? label : $"{label} ({note})";
}
