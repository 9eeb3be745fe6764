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

        var hasPictures = answers is not null && answers.Pairs.Any(pair => pair.Examples.Any(answer => !answer.Pixels.IsEmpty));
        return Markup.Of($"""
            <section id="pairs">
            <h2>Most confused</h2>
            <p>The {(pairs.Length == 1 ? "only pair" : Shown.Counted(pairs.Length, "pair") + " most often confused")}: how often,
            and which share of the true class.{(hasPictures ? " The pictures are those that the model was surest of." : "")}</p>
            <div class="card scroll" role="region" aria-label="Most confused pairs" tabindex="0">
            <table class="plain pairs">
            {TableHead.Render(["true", "said", "times", "share", .. hasPictures ? (string[])["examples"] : []])}
            <tbody>
            {pairs.Select(pair => Row(pair, hasPictures ? Pictures(confusion, pair, answers!) : Markup.None))}</tbody>
            </table>
            </div>
            </section>

            """);
    }

    private static Markup Row(ConfusedPair pair, Markup pictures) => Markup.Of($"""
        <tr data-true="{pair.TrueClass}" data-predicted="{pair.PredictedClass}"><th scope="row">{pair.TrueName}</th>
        <td class="name">{pair.PredictedName}</td><td>{Shown.Count("pair-count", pair.Count)}</td>
        <td>{Shown.Percentage("pair-share", pair.Share)}</td>{pictures}</tr>

        """);

    private static Markup Pictures(ConfusionCounts confusion, ConfusedPair pair, AnswerSheet answers)
    {
        var examples = answers.Examples(pair.TrueClass, pair.PredictedClass);
        return Markup.Of($"""<td class="strip">{examples.Select(answer => DigitPicture.Render(answer, confusion.ClassNames))}</td>""");
    }
}
