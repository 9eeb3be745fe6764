using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>The labels of rows, as the model that is asked calls them.</summary>
internal static class RowLabels
{
    /// <summary>Puts the names of the model's classes in place of the labels. A file with a label of no class has failed.</summary>
    /// <param name="reading">What was read; labels are numbers.</param>
    /// <param name="model">The model.</param>
    /// <param name="said">What people say of files of rows.</param>
    /// <exception cref="UsageException">They name a class that the model does not know.</exception>
    public static Reading Translate(Reading reading, DigitModel model, DigitDataOptions said)
    {
        var classes = ClassesOf(model, said);
        var failed = new Dictionary<string, InvalidInputException>();
        ImmutableArray<Question> questions = [.. reading.Questions.Select(question => Translate(question, classes, failed))];
        return failed.Count == 0 ? reading with { Questions = questions } : reading with
        {
            Questions = [.. questions.Where(question => !failed.ContainsKey(question.File))],
            RowFiles = [.. reading.RowFiles.Where(rows => !failed.ContainsKey(rows.File))],
            Failed = [.. reading.Failed, .. failed.Values],
        };
    }

    /// <summary>Why right answers that are known cannot be compared with a model's; null if they can.</summary>
    /// <remarks>They are digits. Of a model of other names, all answers would be wrong.</remarks>
    /// <param name="questions">The pictures and their labels, those of rows as they were read.</param>
    /// <param name="model">The model.</param>
    /// <param name="said">What people say of files of rows.</param>
    public static string? FindProblem(IEnumerable<Question> questions, DigitModel model, DigitDataOptions said)
    {
        var (knowsDigits, knowsLabels) = (model.ClassNames.Any(name => name.All(char.IsAsciiDigit)), ClassesOf(model, said) is not null);
        return questions.All(question => question.Label is null || (question.Line is null ? knowsDigits : knowsLabels))
            ? null
            : $"the right answers that the files tell are numbers, and the model's classes are {string.Join(", ", model.ClassNames)}, so they are not compared";
    }

    private static Question Translate(Question question, DigitClasses? classes, Dictionary<string, InvalidInputException> failed)
    {
        if (question.Line is null || question.Label is not { } label)
            return question;
        if (classes is null)
            return question with { Label = null, LabelFrom = null };
        if (classes.IndexOf(byte.Parse(label, CultureInfo.InvariantCulture)) is >= 0 and var index)
            return question with { Label = classes.Names[index] };
        failed.TryAdd(question.File, new InvalidInputException(question.File, LabelProblem.Describe($"the label is '{label}'", classes), question.Line));
        return question;
    }

    private static DigitClasses? ClassesOf(DigitModel model, DigitDataOptions said)
        => said.Classes is null && model.Classes is null ? null : ModelClasses.Of(model, said).Classes;
}
