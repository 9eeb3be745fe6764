using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>
/// Draws a confusion matrix. Right answers are blue by their share of the true class; errors are orange by the square
/// root of theirs, up to the largest error, so that a model that is nearly always right still shows where it errs.
/// </summary>
public static class ConfusionHeatMap
{
    private const float Edge = 12;
    private const float Caption = 50;

    // Below this, two lines of numbers cannot be read.
    private const float LeastCellOfTwoLines = 34;
    private static readonly Color LeastRight = Color.FromHex("#E6F0F8");
    private static readonly Color MostRight = Color.FromHex("#6FAFDC");
    private static readonly Color LeastWrong = Color.FromHex("#FEF0E2");
    private static readonly Color MostWrong = Color.FromHex("#EE8A3C");

    /// <summary>Draws the matrix: a row for each true class, a column for each predicted one.</summary>
    /// <param name="confusion">
    /// The counts, of 2 to about 30 classes. Their names are cut if they are long; letters that are not Latin, Greek or
    /// Cyrillic are drawn as boxes.
    /// </param>
    /// <returns>The chart, whose size is made for the number of classes. Empty cells mean 0.</returns>
    public static Chart Draw(ConfusionCounts confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        var classes = confusion.ClassNames.Length;
        var side = Math.Clamp(700f / Math.Max(classes, 1), 38, 110);
        var padding = Padding(confusion.ClassNames, side);
        return new Chart(
            (plot, size) => Draw(plot, size, confusion),
            (int)Math.Max((side * classes) + padding.Left + padding.Right, 440),
            (int)((side * classes) + padding.Top + padding.Bottom));
    }

    private static void Draw(Plot plot, PixelSize size, ConfusionCounts confusion)
    {
        ChartStyle.Apply(plot);
        var (names, classes) = (confusion.ClassNames, confusion.ClassNames.Length);
        var padding = Padding(names, (size.Width - 100) / Math.Max(classes, 1));
        plot.Layout.Fixed(padding);
        plot.Axes.SetLimits(-0.5, classes - 0.5, classes - 0.5, -0.5);
        plot.Grid.IsVisible = false;

        var cell = new PixelSize(
            (size.Width - padding.Left - padding.Right) / classes, (size.Height - padding.Top - padding.Bottom) / classes);
        var most = confusion.MostConfused().Select(pair => pair.Share).DefaultIfEmpty(1).Max();
        for (var i = 0; i < classes; i++)
        {
            for (var j = 0; j < classes; j++)
                AddCell(plot, confusion, i, j, most, cell);
        }

        ClassAxis.Label(plot.Axes.Left, names, cell.Height);
        ClassAxis.Label(plot.Axes.Bottom, names, cell.Width);
        plot.Axes.Bottom.FrameLineStyle.IsVisible = false;
        plot.XLabel("predicted class");
        plot.YLabel("true class");
        plot.Title(Title(confusion));
        plot.Axes.Title.FullFigureCenter = true;
        plot.Axes.Title.Label.OffsetY = 4;
    }

    private static void AddCell(Plot plot, ConfusionCounts confusion, int row, int column, double most, PixelSize cell)
    {
        var (count, share) = (confusion.Rows[row][column], confusion.Share(row, column));
        var box = plot.Add.Rectangle(column - 0.5, column + 0.5, row - 0.5, row + 0.5);
        box.LineColor = ChartStyle.Grid;
        box.LineWidth = 1;
        box.FillColor = (count, row == column) switch
        {
            (0, _) => ChartStyle.Paper,
            (_, true) => Between(LeastRight, MostRight, share),
            _ => Between(LeastWrong, MostWrong, Math.Sqrt(share / most)),
        };
        if (count == 0)
            return;

        var number = count.ToString(CultureInfo.InvariantCulture);
        var percentage = Shown.InCell(share) + " %";
        if (Math.Min(cell.Width, cell.Height) < LeastCellOfTwoLines)
        {
            AddText(plot, number, row, column, 0, Math.Min(Fitting(number, cell.Width), 0.6f * cell.Height));
            return;
        }

        var large = Math.Min(Math.Min(Fitting(number, cell.Width), 0.32f * cell.Height), 17);
        var small = Math.Min(Math.Min(Fitting(percentage, cell.Width), 0.25f * cell.Height), 12);
        AddText(plot, number, row, column, -0.62f * small, large);
        AddText(plot, percentage, row, column, 0.68f * large, small);
    }

    /// <summary>The size of letters that fill most of a width.</summary>
    private static float Fitting(string text, float width) => 0.84f * width / ChartStyle.WidthOf(text, 1);

    private static void AddText(Plot plot, string words, int row, int column, float below, float size)
    {
        var text = plot.Add.Text(words, column, row);
        text.LabelFontSize = size;
        text.LabelFontColor = ChartStyle.Ink;
        text.LabelAlignment = Alignment.MiddleCenter;
        text.OffsetY = below;
    }

    private static PixelPadding Padding(ImmutableArray<string> names, float room) => new(
        left: ClassAxis.SizeOf(true, names) + Edge,
        right: Edge,
        bottom: ClassAxis.SizeOf(ClassAxis.StandsUpright(names, room), names) + Edge,
        top: Caption);

    private static string Title(ConfusionCounts confusion) => string.Create(
        CultureInfo.InvariantCulture,
        $"{confusion.Right} of {confusion.Total} right\nIn a cell: records, and their share of the true class");

    private static Color Between(Color least, Color most, double share) => least.InterpolateRgb(most, share);
}
