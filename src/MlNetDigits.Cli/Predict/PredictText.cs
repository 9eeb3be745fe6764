using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>
/// What a person reads: for one digit the answer, what the network saw and all scores; for a page its lines and a
/// table of its digits; for many pictures a line each.
/// </summary>
internal static class PredictText
{
    /// <summary>Renders answers.</summary>
    /// <param name="answers">The answers; at least one.</param>
    /// <param name="shows">Whether to show what the network saw even if there is more than one digit.</param>
    /// <param name="folder">Where it is read.</param>
    public static string Render(ImmutableArray<Answer> answers, bool shows, WorkingFolder folder)
    {
        var text = (answers.Length, shows) switch
        {
            (1, _) => One(answers[0], shows, folder),
            (_, true) => string.Join('\n', answers.Select(answer => One(answer, shows, folder))),
            _ => AnswerTable.Render(answers, folder),
        };
        return text + Summary(Accuracy.Of(answers));
    }

    private static string One(Answer answer, bool shows, WorkingFolder folder)
        => answer.Question.IsPage ? Page(answer, shows, folder) : Digit(answer, folder);

    private static string Digit(Answer answer, WorkingFolder folder)
    {
        var doubt = answer.Digits[0].IsSure
            ? ""
            : Invariant($"  (not sure: the next best, {answer.Digits[0].RunnerUp}, is near)");
        return $"{Heading(answer, folder)}: {answer.Lines[0]}{After(", ", Verdict(answer))}{doubt}\n"
            + DigitText.Render(answer.Digits[0]);
    }

    private static string Page(Answer answer, bool shows, WorkingFolder folder)
    {
        var count = $"{Counted(answer.Digits.Length, "digit")} in {Counted(answer.Lines.Length, "line")}";
        var doubtful = answer.Digits.Count(prediction => !prediction.IsSure);
        var doubt = doubtful == 0 ? "" : Invariant($"  (not sure of {doubtful})");
        var note = answer.Question.OtherLabel is { } other
            ? Invariant($"  (not counted: its name tells of {Counted(other.Length, "digit")})")
            : "";
        var lines = string.Concat(answer.Lines.Select(line => line + "\n"));
        var digits = answer.Digits.Select(digit => $"\n{PageTable.Place(digit)}\n{DigitText.Render(digit)}");
        return $"{Heading(answer, folder)}: {count}{After(", ", Verdict(answer))}{doubt}{note}\n{lines}\n"
            + PageTable.Render(answer)
            + (shows ? string.Concat(digits) : "");
    }

    /// <summary>The picture's name.</summary>
    public static string Heading(Answer answer, WorkingFolder folder) => answer.Question.Line is { } line
        ? Invariant($"{folder.Shown(answer.Question.File)}, line {line}")
        : folder.Shown(answer.Question.File);

    /// <summary>Whether it is right; nothing if that is not known.</summary>
    public static string Verdict(Answer answer) => (answer.IsRight, answer.Known) switch
    {
        (null, _) => "",
        (true, _) => "right",
        (false, 1) => $"wrong: it is {answer.Question.Label}",
        _ => Invariant($"{answer.Right} right"),
    };

    /// <summary>A text after what sets it off; nothing if there is none.</summary>
    public static string After(string separator, string text) => text.Length == 0 ? "" : separator + text;

    private static string Summary(Accuracy? accuracy) => accuracy is not { Known: > 1 }
        ? ""
        : Invariant($"\nAccuracy {accuracy.Share:F4}  ({accuracy.Right} of {accuracy.Known} right)\n")
            + Invariant($"Not sure of {accuracy.NotSure}, of which {accuracy.NotSureAndWrong} are wrong\n");

    private static string Counted(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
