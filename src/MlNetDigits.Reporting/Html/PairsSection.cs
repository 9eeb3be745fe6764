using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>The classes that are taken for each other most often, with pictures.</summary>
internal static class PairsSection
{
    private const int MostPairs = 10;

    public static Markup Render(ConfusionCounts confusion, AnswerSheet? answers)
    {
        var pairs = confusion.MostConfused(MostPairs);
        if (pairs.IsEmpty)
            return Markup.None;

        var hasPictures = answers is not null && answers.Mistakes.Any(answer => !answer.Pixels.IsEmpty);
        return Markup.Of($"""
            <section id="pairs">
            <h2>Most confused</h2>
            <p>The {(pairs.Length == 1 ? "only pair" : Shown.Counted(pairs.Length, "pair") + " most often confused")}: how often, and which share of the true class.{(hasPictures ? " The pictures are those that it was surest of." : "")}</p>
            <div class="card scroll" role="region" aria-label="Most confused pairs" tabindex="0">
            <table class="plain pairs">
            <thead><tr><th scope="col">true</th><th scope="col">said</th><th scope="col">times</th><th scope="col">share</th>{(hasPictures ? Markup.Of($"<th scope=\"col\">examples</th>") : Markup.None)}</tr></thead>
            <tbody>
            {pairs.Select(pair => Row(confusion.ClassNames, pair, hasPictures ? answers!.Examples(pair.TrueClass, pair.PredictedClass) : null))}</tbody>
            </table>
            </div>
            </section>

            """);
    }

    private static Markup Row(ImmutableArray<string> names, ConfusedPair pair, ImmutableArray<Answer>? examples) => Markup.Of($"""
        <tr data-true="{pair.TrueClass}" data-predicted="{pair.PredictedClass}"><th scope="row">{pair.TrueName}</th><td class="name">{pair.PredictedName}</td><td>{Shown.Count("pair-count", pair.Count)}</td><td>{Shown.Percentage("pair-share", pair.Share)}</td>{(examples is { } shown ? Markup.Of($"<td class=\"strip\">{shown.Select(answer => DigitPicture.Render(answer, names))}</td>") : Markup.None)}</tr>

        """);
}
