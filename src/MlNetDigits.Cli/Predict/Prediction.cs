using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Cli.Predict;

/// <summary>What the network says of a picture.</summary>
/// <param name="Question">The picture.</param>
/// <param name="Scores">A score a digit.</param>
internal sealed record Prediction(Question Question, ImmutableArray<float> Scores)
{
    private const float SureFrom = 0.5f;

    /// <summary>The digit with the best score.</summary>
    public int Digit => Scores.IndexOf(Scores.Max());

    /// <summary>Whether the best score is worth something.</summary>
    public bool IsSure => Scores[Digit] >= SureFrom;

    /// <summary>Whether the digit is the right one; null if that is not known.</summary>
    public bool? IsRight => Question.Label is { } label ? label == Digit : null;

    /// <summary>Asks the model about all pictures.</summary>
    public static ImmutableArray<Prediction> Of(MLContext ml, DigitModel model, IReadOnlyList<Question> questions)
    {
        var rows = DigitData.FromRecords(
            ml, questions.Select(question => new DigitRecord(question.Label ?? 0, question.Pixels)));
        var scores = model.Transformer.Transform(rows).GetColumn<float[]>("Score");
        return [.. questions.Zip(scores, (question, row) => new Prediction(question, [.. row]))];
    }
}
