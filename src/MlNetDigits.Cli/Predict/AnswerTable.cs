using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Many pictures, a line each; under a page, its lines of digits.</summary>
internal static class AnswerTable
{
    /// <summary>Renders the table. The scores of a page are those of its most doubtful digit.</summary>
    public static string Render(ImmutableArray<Answer> answers, WorkingFolder folder)
    {
        var name = Math.Max("picture".Length, answers.Max(answer => PredictText.Heading(answer, folder).Length));
        var digits = Math.Max("answer".Length, answers.Max(answer => Digits(answer).Length));
        return Row("picture", "answer", " score  next")
            + string.Concat(answers.Select(answer
                => Row(PredictText.Heading(answer, folder), Digits(answer), Scores(answer)) + Lines(answer, name + 2)));

        string Row(string picture, string answer, string scores)
            => $"{picture.PadRight(name)}  {answer.PadRight(digits)}  {scores}\n";
    }

    private static string Digits(Answer answer) => answer.Question.IsPage
        ? string.Create(CultureInfo.InvariantCulture, $"{answer.Digits.Length} digits")
        : answer.Lines[0];

    private static string Lines(Answer answer, int indent) => answer.Question.IsPage
        ? string.Concat(answer.Lines.Select(line => $"{new string(' ', indent)}{line}\n"))
        : "";

    private static string Scores(Answer answer)
    {
        var doubtful = answer.Digits.MinBy(prediction => prediction.Margin)!;
        var (best, next) = (doubtful.Digit, doubtful.RunnerUp);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{doubtful.Scores[best]:F4}  {next}: {doubtful.Scores[next]:F4}{(doubtful.IsSure ? "" : "  not sure")}")
            + PredictText.After("  ", PredictText.Verdict(answer));
    }
}
