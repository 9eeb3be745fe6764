using System.Globalization;

namespace MlNetDigits;

/// <summary>Renders a report as Markdown, for a README, an issue or a pull request.</summary>
public static class ReportMarkdown
{
    /// <summary>The whole report: summary, classes, confusion matrix.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Three tables; lines that end in a line feed.</returns>
    public static string Render(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{Summary(report)}\n{Classes(report)}\n{ConfusionMarkdown.Render(report.Confusion)}";
    }

    private static string Summary(ClassificationReport report) => MarkdownTable.Render(
    [
        ["", ""],
        ["Rows evaluated", Invariant($"{report.RowsEvaluated} of {report.RowsRead}")],
        ["Micro accuracy", Invariant($"{report.MicroAccuracy:F4}")],
        ["Macro accuracy", Invariant($"{report.MacroAccuracy:F4}")],
        [$"Log-loss {report.LogLossOf}", Invariant($"{report.LogLoss:F4}")],
    ]);

    private static string Classes(ClassificationReport report) => MarkdownTable.Render(
    [
        ["class", "precision", "recall", "F1", "rows"],
        .. report.Classes.Select(metrics => (string[])
        [
            MarkdownTable.Escape(metrics.Name),
            Share(metrics.Precision),
            Share(metrics.Recall),
            Share(metrics.F1),
            Invariant($"{metrics.Support}"),
        ]),
    ]);

    private static string Share(double value) => double.IsNaN(value) ? "-" : Invariant($"{value:F4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
