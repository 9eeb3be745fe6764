namespace MlNetDigits.Reporting;

/// <summary>The numbers that are read first.</summary>
internal static class SummarySection
{
    public static Markup Render(ClassificationReport report)
    {
        var (right, all) = (report.Confusion.Right, report.RowsEvaluated);
        var rightAndWrong = Markup.Of($"{Shown.Count("right", right)} right, {Shown.Count("wrong", all - right)} wrong");
        var rows = Markup.Of($"evaluated of {Shown.Count("rows-read", report.RowsRead)} read{Notes(report)}");
        return Markup.Of($"""
            <section id="summary" aria-label="Summary">
            <dl class="cards">
            {Card("Micro accuracy", Shown.Percentage("micro-accuracy", report.MicroAccuracy), rightAndWrong)}
            {Card("Macro accuracy", Shown.Percentage("macro-accuracy", report.MacroAccuracy), Markup.Of($"mean of the classes&#8217; recalls"))}
            {Card("Log-loss", Shown.Decimal("log-loss", report.LogLoss), Markup.Of($"{report.LogLossOf}"))}
            {Card("Rows", Shown.Count("rows-evaluated", report.RowsEvaluated), rows)}
            </dl>
            </section>

            """);
    }

    private static Markup Card(string name, Markup value, Markup note)
        => Markup.Of($"""<div class="card"><dt>{name}</dt><dd class="value">{value}</dd><dd class="note">{note}</dd></div>""");

    private static Markup Notes(ClassificationReport report) => Markup.Join(
    [
        report.RowsOfUnknownClass > 0
            ? Markup.Of($"""
                ; {Shown.Count("rows-of-unknown-class", report.RowsOfUnknownClass)} of a class that the model does not know{(report.UnknownClasses.IsEmpty ? "" : $" ({string.Join(", ", report.UnknownClasses)})")} count as wrong
                """)
            : Markup.None,
        report.RowsWithoutLabel > 0
            ? Markup.Of($"; {Shown.Count("rows-without-label", report.RowsWithoutLabel)} without a label left out")
            : Markup.None,
        report.RowsWithoutScore > 0
            ? Markup.Of($"; {Shown.Count("rows-without-score", report.RowsWithoutScore)} without a score left out")
            : Markup.None,
    ]);
}
