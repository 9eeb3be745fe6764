using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>
/// What a person reads: for one digit the answer, what the network saw and all scores; for a page its lines and a
/// table of its digits; for many pictures a line each.
/// </summary>
internal static class PredictText
{
    /// <summary>Renders answers; at least one.</summary>
    public static string Render(PredictResult result, ToolConsole console)
    {
        var (answers, shows, folder) = (result.Answers, result.Plan.Shows, console.Folder);
        var isTable = answers.Length > 1 && !shows;
        var text = isTable
            ? AnswerTable.Render(answers, folder)
            : string.Join('\n', answers.Select(answer => One(answer, shows, folder)));
        return text + Summary(Accuracy.Of(answers)) + "\n" + string.Concat(Facts(result, isTable, console).Select(fact => $"{fact.Name,-8} {fact.Text}\n"));
    }

    private static IEnumerable<(string Name, string Text)> Facts(PredictResult result, bool isTable, ToolConsole console)
    {
        yield return ("Model", console.Shipped.Describe(result.Plan.ModelPath, console.Folder));
        if (LabelText.Sources(result.Answers) is { } sources)
            yield return ("Labels", sources);
        foreach (var unused in isTable ? LabelText.Unused(result.Answers, console.Folder) : [])
            yield return ("Labels", unused);
        foreach (var rows in RowsText.Lines(result, console.Folder))
            yield return ("Read", rows);
        if (result.Reading.Failed.Length is > 0 and var failed)
            yield return ("Failed", Invariant($"{Counted(failed, "file")} (see the errors)"));
        if (result.Plan.CsvPath is { } path)
            yield return ("Written", console.Folder.Shown(path));
    }

    private static string One(Answer answer, bool shows, WorkingFolder folder)
        => answer.Question.IsPage ? Page(answer, shows, folder) : Digit(answer, folder);

    private static string Digit(Answer answer, WorkingFolder folder)
    {
        var digit = answer.Digits[0];
        var reason = digit.Found.Doubt ?? Invariant($"the next best, {digit.RunnerUp}, is near");
        var doubt = digit.IsSure ? "" : $"  (not sure: {reason})";
        return $"{Heading(answer, folder)}: {answer.Lines[0]}{After(", ", Verdict(answer))}{doubt}{LabelText.Remark(answer.Question)}\n"
            + LeftOut(answer)
            + DigitText.Render(digit);
    }

    private static string Page(Answer answer, bool shows, WorkingFolder folder)
    {
        var count = $"{Counted(answer.Digits.Length, "digit")} in {Counted(answer.Lines.Length, "line")}";
        var doubtful = answer.Digits.Count(prediction => !prediction.IsSure);
        var doubt = doubtful == 0 ? "" : Invariant($"  (not sure of {doubtful})");
        var lines = string.Concat(answer.Lines.Select(line => line + "\n"));
        var digits = answer.Digits.Select(digit => $"\n{PageTable.Place(digit)}\n{DigitText.Render(digit)}");
        return $"{Heading(answer, folder)}: {count}{After(", ", Verdict(answer))}{doubt}{LabelText.Remark(answer.Question)}\n{lines}{LeftOut(answer)}\n"
            + PageTable.Render(answer)
            + (shows ? string.Concat(digits) : "");
    }

    private static string LeftOut(Answer answer)
        => string.Concat(LeftOutText.Lines(answer).Select(line => line + "\n"));

    /// <summary>That an answer is not sure, and why if not by its scores; nothing if it is.</summary>
    public static string Doubt(Prediction prediction) => (prediction.IsSure, prediction.Found.Doubt) switch
    {
        (true, _) => "",
        (_, null) => "not sure",
        (_, { } doubt) => $"not sure: {doubt}",
    };

    /// <summary>The picture's name.</summary>
    public static string Heading(Answer answer, WorkingFolder folder) => answer.Question.Line is { } line
        ? Invariant($"{PathText.Of(answer.Question.File, folder)}, {answer.Question.Unit} {line}")
        : PathText.Of(answer.Question.File, folder);

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

    /// <summary>A number of things.</summary>
    public static string Counted(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
