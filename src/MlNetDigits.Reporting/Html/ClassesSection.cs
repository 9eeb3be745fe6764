namespace MlNetDigits.Reporting;

/// <summary>How the model does on each class: a table, and bars.</summary>
internal static class ClassesSection
{
    // More bars than this would be too thin to read here; the table has them all.
    private const int MostClassesWithBars = 15;

    public static Markup Render(ClassificationReport report)
    {
        var bars = report.Classes.Length is > 0 and <= MostClassesWithBars
            ? Markup.Of($"""<figure class="card">{Bars(report)}</figure>""")
            : Markup.None;
        return Markup.Of($"""
            <section id="classes">
            <h2>Classes</h2>
            <p>Precision: of what was said to be the class, the share that is. Recall: of the class, the share that was found.
            F1: their harmonic mean.</p>
            <div class="columns">
            <div class="card scroll" role="region" aria-label="Classes" tabindex="0">
            <table class="plain">
            {TableHead.Render("class", "precision", "recall", "F1", "rows")}
            <tbody>
            {report.Classes.Select(Row)}</tbody>
            </table>
            </div>
            {bars}
            </div>
            </section>

            """);
    }

    private static Markup Bars(ClassificationReport report) => InlineChart.Render(
        ClassBars.Draw(report),
        "classes",
        "Bar chart: precision, recall and F1 of each class. The numbers are in the table beside it.",
        640,
        400);

    private static Markup Row(ClassMetrics metrics, int index) => Markup.Of($"""
        <tr data-class="{index}"><th scope="row">{metrics.Name}</th>
        <td>{Shown.Decimal("precision", metrics.Precision)}</td><td>{Shown.Decimal("recall", metrics.Recall)}</td>
        <td>{Shown.Decimal("f1", metrics.F1)}</td><td>{Shown.Count("support", metrics.Support)}</td></tr>

        """);
}
