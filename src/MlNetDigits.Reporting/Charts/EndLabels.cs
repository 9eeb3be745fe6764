using System.Collections.Immutable;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>
/// The lines' names, each at the end of its line to the right of the chart: nearer than a legend, and in the lines' order.
/// </summary>
/// <param name="labels">For each line, where it ends, its name and its colour.</param>
internal sealed class EndLabels(ImmutableArray<(Coordinates End, string Text, Color Color)> labels) : IPlottable
{
    private const float FontSize = 13;
    private const float Gap = 17;
    private const float Reach = 26;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <summary>About how wide the names are, in pixels.</summary>
    public float Width => Reach + 8 + (labels.Max(label => label.Text.Length) * FontSize * 0.62f);

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        var sorted = labels.Select(label => (Pixel: Axes.GetPixel(label.End), label.Text, label.Color))
            .OrderBy(label => label.Pixel.Y)
            .ToArray();
        var places = LabelSpacing.Spread(
            [.. sorted.Select(label => (double)label.Pixel.Y)], Gap, rp.DataRect.Top, rp.DataRect.Bottom);
        foreach (var ((end, text, color), place) in sorted.Zip(places))
            Draw(rp, end, new Pixel(rp.DataRect.Right + Reach, (float)place), text, color);
    }

    private static void Draw(RenderPack rp, Pixel end, Pixel place, string text, Color color)
    {
        // A name is often pushed away from its line; the stroke leads back to it.
        var start = new Pixel(Math.Max(end.X, rp.DataRect.Right) + 4, end.Y);
        Drawing.DrawLine(rp.Canvas, rp.Paint, start, place.WithOffset(-4, 0), new LineStyle(1.2f, color));
        var style = new LabelStyle
        {
            FontName = ReportFont.Name,
            FontSize = FontSize,
            ForeColor = Colors.Black,
            Alignment = Alignment.MiddleLeft,
        };
        style.Render(rp.Canvas, place, rp.Paint, text);
    }
}
