using System.Collections.Immutable;

namespace MlNetDigits.Cli.Predict;

/// <summary>Finds the right answers of pictures where their names or folders tell them.</summary>
internal static class PictureLabels
{
    /// <summary>Puts them to the answers. Those of rows are known already.</summary>
    public static ImmutableArray<Answer> Put(ImmutableArray<Answer> answers, LabelFrom from) => from switch
    {
        LabelFrom.None => [.. answers.Select(answer => answer.Labelled(null, null))],
        LabelFrom.Name => Pictures(answers, answer => answer.Labelled(NameLabel.Of(answer.Question.File), Truth.Name)),
        LabelFrom.Folder => Pictures(answers, answer => answer.Labelled(FolderOf(answer.Question), Truth.Folder)),
        _ => Meant(answers),
    };

    /// <summary>
    /// Only what is meant so: as many digits as were found, and no running number. Somebody who knows better says where
    /// the labels are, and then what does not fit is a mistake.
    /// </summary>
    private static ImmutableArray<Answer> Meant(ImmutableArray<Answer> answers)
    {
        var numbering = RunningNumbers.Among(answers.Where(answer => IsPicture(answer) && answer.Question.ClassFolder is null));
        return Pictures(answers, answer =>
        {
            var (label, truth) = answer.Question.ClassFolder is { } folder ? (folder, Truth.Folder) : (NameLabel.Of(answer.Question.File), Truth.Name);
            return label is null ? answer
                : label.Length != answer.Digits.Length ? answer.NotLabelled(new UnusedLabel(label, UnusedWhy.OtherCount))
                : numbering.Contains(answer.Question.File) ? answer.NotLabelled(new UnusedLabel(label, UnusedWhy.RunningNumber))
                : answer.Labelled(label, truth);
        });
    }

    private static ImmutableArray<Answer> Pictures(ImmutableArray<Answer> answers, Func<Answer, Answer> label)
        => [.. answers.Select(answer => IsPicture(answer) ? label(answer) : answer)];

    private static bool IsPicture(Answer answer) => answer.Question.Line is null;

    private static string? FolderOf(Question question)
        => question.ClassFolder ?? ClassFolders.ClassOf(Path.GetDirectoryName(question.File) ?? "");
}
