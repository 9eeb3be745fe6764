using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>Single answers: the worst mistakes, and the right ones that were nearly wrong.</summary>
internal static class AnswersSection
{
    public static Markup Render(AnswerSheet? answers, ImmutableArray<string> names) => answers is null
        ? Markup.None
        : Markup.Join(
        [
            Sheet(
                "mistakes",
                "Worst mistakes",
                $"The {First(answers.Mistakes.Length, answers.Wrong, "wrong answer")} whose score exceeds that of the true class by most. "
                    + "Below each, the scores of both.",
                answers.Mistakes,
                names),
            Sheet(
                "doubts",
                "Right, but only just",
                $"The {First(answers.Doubts.Length, answers.Right, "right answer")} whose score exceeds the next best by least.",
                answers.Doubts,
                names),
        ]);

    private static string First(int shown, long all, string noun) => (shown, all) switch
    {
        (_, 1) => $"only {noun}",
        _ when shown == all => Shown.Counted(all, noun),
        _ => $"{Shown.Count(shown)} of {Shown.Counted(all, noun)}",
    };

    private static Markup Sheet(
        string id, string title, string note, ImmutableArray<Answer> answers, ImmutableArray<string> names)
        => answers.IsEmpty ? Markup.None : Markup.Of($"""
            <section id="{id}">
            <h2>{title}</h2>
            <p>{note}</p>
            {(answers.All(answer => !answer.Pixels.IsEmpty) ? Pictures(answers, names) : Table(title, answers, names))}
            </section>

            """);

    private static Markup Pictures(ImmutableArray<Answer> answers, ImmutableArray<string> names) => Markup.Of($"""
        <ul class="sheet{(LongNames.AreIn(names) ? " long" : "")}">
        {answers.Select(answer => Picture(answer, names))}</ul>
        """);

    private static Markup Picture(Answer answer, ImmutableArray<string> names) => Markup.Of($"""
        <li class="card" data-row="{answer.Row}" title="{DigitPicture.Describe(answer, names)}">
        {DigitPicture.Render(answer, names)}{Caption(answer, names)}
        </li>

        """);

    private static Markup Caption(Answer answer, ImmutableArray<string> names) => answer.IsRight
        ? Said("true", names[answer.PredictedClass], "score", answer.Score, "good")
        : Markup.Join(
        [
            Said("true", names[answer.TrueClass], "true-score", answer.TrueScore, "good"),
            Said("said", names[answer.PredictedClass], "score", answer.Score, "bad"),
        ]);

    private static Markup Said(string role, string name, string metric, float score, string kind)
        => Markup.Of($"""<span class="said {kind}"><i>{role}</i> <b>{name}</b> {Shown.Short(metric, score)}</span>""");

    private static Markup Table(string title, ImmutableArray<Answer> answers, ImmutableArray<string> names) => Markup.Of($"""
        <div class="card scroll" role="region" aria-label="{title}" tabindex="0">
        <table class="plain">
        {TableHead.Render("row", "true class", "its score", "said", "its score")}
        <tbody>
        {answers.Select(answer => Row(answer, names))}</tbody>
        </table>
        </div>
        """);

    private static Markup Row(Answer answer, ImmutableArray<string> names) => Markup.Of($"""
        <tr data-row="{answer.Row}"><th scope="row">{Shown.Count(answer.Row)}</th>
        <td class="name">{names[answer.TrueClass]}</td><td>{Shown.Short("true-score", answer.TrueScore)}</td>
        <td class="name">{names[answer.PredictedClass]}</td><td>{Shown.Short("score", answer.Score)}</td></tr>

        """);
}
