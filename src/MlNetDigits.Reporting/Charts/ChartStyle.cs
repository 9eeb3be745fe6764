using ScottPlot;
using ScottPlot.TickGenerators;

namespace MlNetDigits.Reporting;

/// <summary>
/// How all charts look. The colours are told apart by the colour-blind (blue and orange), and each is used for one thing
/// only, so that a page can give it another value in the dark.
/// </summary>
internal static class ChartStyle
{
    /// <summary>Letters and axes.</summary>
    public static readonly Color Ink = Color.FromHex("#1F2328");

    /// <summary>Letters of less weight.</summary>
    public static readonly Color Muted = Color.FromHex("#57606A");

    /// <summary>Lines behind everything.</summary>
    public static readonly Color Grid = Color.FromHex("#D8DEE4");

    /// <summary>What the network learns from; precision.</summary>
    public static readonly Color Blue = Color.FromHex("#0B62A8");

    /// <summary>What it is measured on; recall.</summary>
    public static readonly Color Orange = Color.FromHex("#C2560C");

    /// <summary>What is marked; F1.</summary>
    public static readonly Color Green = Color.FromHex("#4B7F6E");

    /// <summary>The paper, of charts that are files of their own.</summary>
    public static readonly Color Paper = Color.FromHex("#FFFFFE");

    /// <summary>The size of most letters, in pixels.</summary>
    public const float TextSize = 13;

    // No text of more letters is as narrow as any place for one.
    private const int MostLetters = 500;

    /// <summary>Colours, letters, two axes and lines at the vertical axis' ticks.</summary>
    public static void Apply(Plot plot)
    {
        plot.FigureBackground.Color = Paper;
        plot.DataBackground.Color = Paper;
        plot.Axes.Color(Ink);
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Grid;
        plot.HideAxesAndGridOf(Edge.Top, Edge.Right);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = TextSize;
            axis.Label.FontSize = TextSize;
            axis.Label.Bold = false;
            axis.FrameLineStyle.Color = Muted;
            axis.MajorTickStyle.Color = Muted;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Title.Label.FontSize = TextSize;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.Axes.Left.FrameLineStyle.IsVisible = false;
        plot.Axes.Left.MajorTickStyle.Length = 0;
    }

    /// <summary>Says above the plot what its colours mean.</summary>
    /// <param name="plot">The plot; what is drawn in it says of itself what it is.</param>
    /// <param name="more">What does not.</param>
    public static void ShowLegend(Plot plot, IEnumerable<LegendItem>? more = null)
    {
        plot.Legend.ManualItems.AddRange(more ?? []);

        // An empty legend takes all the room.
        if (plot.Legend.GetItems().Length == 0)
            return;

        var panel = plot.ShowLegend(Edge.Top);
        panel.Alignment = Alignment.UpperLeft;
        panel.Padding = new PixelPadding(0, 0, 2, 6);
        var legend = panel.Legend;
        legend.Orientation = Orientation.Horizontal;
        legend.TightHorizontalWrapping = true;
        legend.InterItemPadding = new PixelPadding(0, 18, 2, 2);
        legend.FontSize = TextSize;
        legend.FontColor = Ink;
        legend.OutlineWidth = 0;
        legend.ShadowOffset = new PixelOffset(0, 0);
        legend.ShadowColor = Colors.Transparent;
        legend.BackgroundColor = Paper;
    }

    /// <summary>The width of a text, in pixels.</summary>
    public static float WidthOf(string text, float size, bool bold = false)
    {
        // Measured large: letters of a few pixels are as wide as whole pixels.
        using var font = ReportFont.Create(100, bold);
        return font.MeasureText(text) * size / 100;
    }

    /// <summary>A text cut to a width, with an ellipsis if something is missing; on one line, in letters that can be drawn.</summary>
    public static string Cut(string text, float size, float width)
    {
        string[] letters = [.. ReportFont.Letters(text.ReplaceLineEndings(" ").Replace('\t', ' ')).Take(MostLetters)];
        var line = string.Concat(letters);
        if (WidthOf(line, size) <= width)
            return line;
        var length = letters.Length;
        while (length > 0 && WidthOf(string.Concat(letters.Take(length)) + "…", size) > width)
            length--;
        return string.Concat(letters.Take(length)).TrimEnd() + "…";
    }

    /// <summary>Ticks with texts of their own.</summary>
    public static NumericManual Ticks(IEnumerable<(double Position, string Text)> ticks)
    {
        var generator = new NumericManual();
        foreach (var (position, text) in ticks)
            generator.AddMajor(position, text);
        return generator;
    }

    private static void HideAxesAndGridOf(this Plot plot, params Edge[] edges)
    {
        foreach (var axis in plot.Axes.GetAxes().Where(axis => edges.Contains(axis.Edge)))
            axis.FrameLineStyle.IsVisible = false;
    }
}
