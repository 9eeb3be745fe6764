using System.Globalization;

namespace MlNetDigits.Reporting;

/// <summary>The confusion matrix as a table whose cells are coloured.</summary>
internal static class ConfusionSection
{
    private const int Levels = 20;

    public static Markup Render(ConfusionCounts confusion)
    {
        var most = confusion.MostConfused().Select(pair => pair.Share).DefaultIfEmpty(1).Max();
        var classes = confusion.ClassNames.Length;
        var isLong = LongNames.AreIn(confusion.ClassNames);
        return Markup.Of($"""
            <section id="confusion">
            <h2>Confusion matrix</h2>
            <p>Each row is a true class: how many of its records were said to be of which class, and their share of the row.
            <span class="key"><span class="swatch right l16"></span>right, by share</span>
            <span class="key"><span class="swatch wrong l16"></span>wrong, by the square root of the share</span></p>
            <div class="card scroll" role="region" aria-label="Confusion matrix" tabindex="0">
            <table class="heat{(isLong ? " long" : "")}">
            <caption class="hidden">Counts and row percentages: rows are true classes, columns are predicted classes</caption>
            <thead>
            <tr><td></td><th scope="colgroup" colspan="{classes}">predicted</th></tr>
            <tr><th scope="col">true</th>{confusion.ClassNames.Select(name => Head("col", name))}</tr>
            </thead>
            <tbody>
            {Enumerable.Range(0, classes).Select(row => Row(confusion, row, most))}</tbody>
            </table>
            </div>
            </section>

            """);
    }

    private static Markup Row(ConfusionCounts confusion, int row, double most) => Markup.Of($"""
        <tr>{Head("row", confusion.ClassNames[row])}{confusion.ClassNames.Select((_, column) => Cell(confusion, row, column, most))}</tr>

        """);

    private static Markup Head(string scope, string name)
        => Markup.Of($"""<th scope="{scope}" title="{name}"><span>{name}</span></th>""");

    private static Markup Cell(ConfusionCounts confusion, int row, int column, double most)
    {
        var (count, share) = (confusion.Rows[row][column], confusion.Share(row, column));
        var kind = (count, row == column) switch
        {
            (0, _) => "none",
            (_, true) => $"right {Level(share)}",
            _ => $"wrong {Level(Math.Sqrt(share / most))}",
        };
        var said = $"{confusion.ClassNames[row]} taken for {confusion.ClassNames[column]}: {Shown.Count(count)} "
            + $"of {Shown.Count(confusion.Rows[row].Sum())} ({Shown.Percentage(share)})";
        var percentage = count == 0 ? Markup.None : Markup.Of($"<small>{Short(share)}</small>");
        return Markup.Of($"""
            <td class="{kind}" title="{said}" data-true="{row}" data-predicted="{column}" data-count="{count}"
             data-share="{Shown.Exact(share)}"><b>{count}</b>{percentage}</td>
            """);
    }

    private static string Level(double share)
        => string.Create(CultureInfo.InvariantCulture, $"l{Math.Clamp((int)Math.Ceiling(Levels * share), 1, Levels)}");

    private static string Short(double share) => Shown.InCell(share) + "\u202F%";
}
