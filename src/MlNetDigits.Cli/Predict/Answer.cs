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
            .Select(line => string.Concat(line.Select(prediction => prediction.Digit))),
    ];

    /// <summary>How many right answers are known.</summary>
    public int Known => Question.Label?.Length ?? 0;

    /// <summary>How many of them were given. If the label is one digit, but more were found, none.</summary>
    public int Right => Digits.Count(prediction => prediction.IsRight == true);

    /// <summary>Whether all is right; null if that is not known.</summary>
    public bool? IsRight => Known == 0 ? null : Right == Known;

    /// <summary>Asks the model about all pictures.</summary>
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
                [.. question.Digits.Select((digit, i) => new Prediction(digit, [.. Next()], LabelOf(question, i), rule))])),
        ];
    }

    private static int? LabelOf(Question question, int index)
        => question.Label?.Length == question.Digits.Length ? question.Label[index] - '0' : null;
}
