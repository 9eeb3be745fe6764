using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Many pictures, a line each; under a page, its lines of digits.</summary>
internal static class AnswerTable
{
    // So many a person may look through; of more the first are an example.
    private const int MostShown = 200;
    private const int ShownOfMany = 20;

    /// <summary>
    /// Renders the table. The scores of a page are those of its most doubtful digit. Of very many answers it shows the first,
    /// and how often each digit was read in all.
    /// </summary>
    public static string Render(ImmutableArray<Answer> answers, WorkingFolder folder)
    {
        var shown = answers.Length > MostShown ? answers[..ShownOfMany] : answers;
        var name = Math.Max("picture".Length, shown.Max(answer => PredictText.Heading(answer, folder).Length));
        var digits = Math.Max("answer".Length, shown.Max(answer => Digits(answer).Length));
        return Row("picture", "answer", " score  next")
            + string.Concat(shown.Select(answer
                => Row(PredictText.Heading(answer, folder), Digits(answer), Scores(answer)) + Lines(answer, name + 2)))
            + (shown.Length < answers.Length ? Rest(answers, shown.Length) : "");

        string Row(string picture, string answer, string scores)
            => $"{picture.PadRight(name)}  {answer.PadRight(digits)}  {scores}\n";
    }

    private static string Rest(ImmutableArray<Answer> answers, int shown)
    {
        var counts = answers.SelectMany(answer => answer.Digits).CountBy(prediction => prediction.Digit).OrderBy(count => count.Key);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"... and {answers.Length - shown} more; --csv FILE writes all\n\nIn all   {string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}: {count.Value}")))}\n");
    }

    private static string Digits(Answer answer) => answer.Question.IsPage
        ? string.Create(CultureInfo.InvariantCulture, $"{answer.Digits.Length} digits")
        : answer.Lines[0];

    private static string Lines(Answer answer, int indent)
        => string.Concat((answer.Question.IsPage ? answer.Lines : [])
            .Concat(LeftOutText.Lines(answer))
            .Select(line => $"{new string(' ', indent)}{line}\n"));

    private static string Scores(Answer answer)
    {
        var doubtful = answer.Digits
            .OrderBy(prediction => prediction.IsSure)
            .ThenBy(prediction => prediction.Found.Doubt is null)
            .ThenBy(prediction => prediction.Margin)
            .First();
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{doubtful.Score:F4}  {doubtful.RunnerUp}: {doubtful.NextScore:F4}")
            + PredictText.After("  ", PredictText.Doubt(doubtful))
            + PredictText.After("  ", PredictText.Verdict(answer));
    }
}
