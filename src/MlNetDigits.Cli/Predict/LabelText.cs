using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Says where the right answers came from, and which names were not taken for any.</summary>
internal static class LabelText
{
    /// <summary>Where they came from; null if none is known.</summary>
    public static string? Sources(ImmutableArray<Answer> answers)
    {
        string[] sources = [.. answers.Select(answer => answer.Question.LabelFrom).OfType<Truth>().Distinct().Order().Select(Name)];
        return sources.Length == 0 ? null : "from " + string.Join(" and ", sources);
    }

    /// <summary>A line for each reason why names were not taken.</summary>
    public static IEnumerable<string> Unused(ImmutableArray<Answer> answers, WorkingFolder folder)
        => answers.Select(answer => answer.Question)
            .Where(question => question.Unused is not null)
            .GroupBy(question => (question.Unused!.Why, IsFolder: question.ClassFolder is not null), question => question.File)
            .Select(files => $"not from {PathText.Of([.. files], folder)}: {Reason(files.Key.Why)} (--label-from {(files.Key.IsFolder ? "folder" : "name")} takes them)");

    /// <summary>Why the name of a picture was not taken; nothing if there was nothing to take.</summary>
    public static string Remark(Question question) => question.Unused switch
    {
        null => "",
        { Why: UnusedWhy.RunningNumber } => "  (not counted: the number in its name seems to count pictures)",
        { Text: var text } => $"  (not counted: its {(question.ClassFolder is null ? "name" : "folder")} tells of {PredictText.Counted(text.Length, "digit")})",
    };

    private static string Reason(UnusedWhy why) => why switch
    {
        UnusedWhy.RunningNumber => "the numbers seem to count the pictures",
        _ => "as many digits were not found",
    };

    private static string Name(Truth truth) => truth switch
    {
        Truth.Name => "the pictures' names",
        Truth.Folder => "the names of their folders",
        _ => "the data",
    };
}
