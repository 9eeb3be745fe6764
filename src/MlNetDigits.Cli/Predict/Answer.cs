using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Cli.Predict;

/// <summary>What the network says of a picture.</summary>
/// <param name="Question">The picture.</param>
/// <param name="Digits">A prediction for each of its digits, in reading order.</param>
internal sealed record Answer(Question Question, ImmutableArray<Prediction> Digits)
{
    /// <summary>The digits as they stand in the picture: a text for each line.</summary>
    public ImmutableArray<string> Lines =>
    [
        .. Digits.GroupBy(prediction => prediction.Found.Line)
            .Select(line => string.Join(Separator, line.Select(prediction => prediction.Digit))),
    ];

    /// <summary>How many right answers are known.</summary>
    public int Known => Question.Label is not { } label ? 0 : Question.Line is null ? label.Length : 1;

    /// <summary>How many of them were given. If the label is one digit, but more were found, none.</summary>
    public int Right => Digits.Count(prediction => prediction.IsRight == true);

    /// <summary>Whether each digit's answer is worth something.</summary>
    public bool IsSure => Digits.All(prediction => prediction.IsSure);

    /// <summary>Whether all is right; null if that is not known.</summary>
    public bool? IsRight => Known == 0 ? null : Right == Known;

    // Names of several letters would run together.
    private string Separator => Digits.All(prediction => prediction.Digit.Length == 1) ? "" : " ";

    /// <summary>The same with a right answer, or without.</summary>
    public Answer Labelled(string? label, Truth? from)
    {
        var question = Question with { Label = label, LabelFrom = label is null ? null : from };
        return new Answer(question, [.. Digits.Select((digit, i) => digit with { Label = LabelOf(question, i) })]);
    }

    /// <summary>The same with something in its name that is no right answer.</summary>
    public Answer NotLabelled(UnusedLabel unused) => this with { Question = Question with { Unused = unused } };

    /// <summary>Asks the model about all pictures.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="model">The model.</param>
    /// <param name="questions">The pictures.</param>
    public static ImmutableArray<Answer> Of(MLContext ml, DigitModel model, IReadOnlyList<Question> questions)
    {
        var rule = ConfidenceRule.For(model.Network.ScoreNormalization);
        var digits = questions.SelectMany(question => question.Digits);
        var rows = DigitData.FromRecords(ml, digits.Select(digit => new DigitRecord(0, digit.Pixels)));
        using var scores = model.Transformer.Transform(rows).GetColumn<float[]>("Score").GetEnumerator();
        float[] Next()
            => scores.MoveNext() ? scores.Current : throw new InvalidOperationException("The scores of a digit are missing.");

        return
        [
            .. questions.Select(question => new Answer(
                question,
                [.. question.Digits.Select((digit, i) => new Prediction(digit, [.. Next()], model.ClassNames, LabelOf(question, i), rule))])),
        ];
    }

    private static string? LabelOf(Question question, int index)
        => question.Label is not { } label ? null
            : question.Line is not null ? label
            : label.Length == question.Digits.Length ? label[index].ToString() : null;
}
