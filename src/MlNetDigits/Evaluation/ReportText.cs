using System.Globalization;

namespace MlNetDigits;

/// <summary>Renders a report as plain text, as wide as its numbers need.</summary>
public static class ReportText
{
    /// <summary>The whole report: summary, classes, confusion matrix.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Render(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{Summary(report)}\n{Classes(report)}\n{Confusion(report.Confusion)}";
    }

    /// <summary>Rows, accuracies and log-loss.</summary>
    /// <param name="report">The report.</param>
    /// <returns>A line each.</returns>
    public static string Summary(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var lines = new List<string>
        {
            Invariant($"Rows            {report.RowsEvaluated} evaluated of {report.RowsRead} read{Notes(report)}"),
            Invariant($"Micro accuracy  {report.MicroAccuracy:F4}  ({report.Confusion.Right} right, {report.RowsEvaluated - report.Confusion.Right} wrong)"),
            Invariant($"Macro accuracy  {report.MacroAccuracy:F4}"),
            Invariant($"Log-loss        {report.LogLoss:F4}  ({report.LogLossOf})"),
        };
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>Precision, recall and F1 of each class.</summary>
    /// <param name="report">The report.</param>
    /// <returns>A header and a line a class.</returns>
    public static string Classes(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] header = ["class", "precision", "recall", "F1", "rows"];
        return TextTable.Render([header, .. report.Classes.Select(metrics => new[]
        {
            metrics.Name, Share(metrics.Precision), Share(metrics.Recall), Share(metrics.F1), Invariant($"{metrics.Support}"),
        })]);
    }

    /// <summary>The confusion matrix: a row for each true class, a column for each predicted one.</summary>
    /// <param name="confusion">The counts.</param>
    /// <returns>A header and a line a class.</returns>
    public static string Confusion(ConfusionCounts confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        string[] header = ["true \\ predicted", .. confusion.ClassNames];
        return TextTable.Render([header, .. confusion.ClassNames.Zip(
            confusion.Rows, (name, row) => (string[])[name, .. row.Select(count => Invariant($"{count}"))])]);
    }

    private static string Notes(ClassificationReport report)
    {
        var reasons = new List<string>();
        if (report.RowsWithoutLabel > 0)
            reasons.Add(Invariant($"{report.RowsWithoutLabel} without a label"));
        if (report.RowsWithoutScore > 0)
            reasons.Add(Invariant($"{report.RowsWithoutScore} whose score is not a number"));
        var unknown = report.RowsOfUnknownClass == 0
            ? ""
            : Invariant($"; {report.RowsOfUnknownClass} of a class that the model does not know{Named(report.UnknownClasses)} count as wrong");
        return unknown + (reasons.Count == 0 ? "" : $"; left out: {string.Join(", ", reasons)}");
    }

    private static string Named(IReadOnlyCollection<string> classes) => classes.Count == 0 ? "" : $" ({ClassNames.Listed(classes)})";

    private static string Share(double value) => double.IsNaN(value) ? "-" : Invariant($"{value:F4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
