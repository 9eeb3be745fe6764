using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetDigits.Reporting;

/// <summary>Everything that a report shows. What is left out has no section.</summary>
/// <param name="Title">The heading, such as the model's name.</param>
/// <param name="Report">How the model does.</param>
public sealed record ReportContent(string Title, ClassificationReport Report)
{
    /// <summary>A sentence below the heading, such as what the model was measured on.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What makes the numbers worth less than they look, a sentence each without a full stop; it is read first.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>How training went; null if it is not known.</summary>
    public TrainingHistory? History { get; init; }

    /// <summary>The answers worth a look; null for none. Those with pixels are shown as pictures.</summary>
    public AnswerSheet? Answers { get; init; }

    /// <summary>What the model was trained with, in the order to be shown.</summary>
    public ImmutableArray<NamedValue> Options { get; init; } = [];

    /// <summary>The files that the model and the numbers come from.</summary>
    public ImmutableArray<ReportFile> Files { get; init; } = [];

    /// <summary>How and when the report was made; null to keep it to yourself.</summary>
    public ReportOrigin? Origin { get; init; }

    /// <summary>Measures a model and collects its mistakes; further parts are added with <c>with</c>.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="model">A model that adds <c>Score</c> and <c>PredictedLabel</c>, as every multiclass trainer's does.</param>
    /// <param name="data">The rows, with the label and what the model takes; pictures of digits are shown if they have
    /// the column <see cref="DigitFormat.PixelsColumn"/>.</param>
    /// <param name="title">The heading.</param>
    /// <param name="labelColumnName">The label column.</param>
    /// <returns>The content.</returns>
    /// <exception cref="InvalidOperationException">No row can be evaluated.</exception>
    public static ReportContent Measure(
        MLContext mlContext,
        ITransformer model,
        IDataView data,
        string title,
        string labelColumnName = DigitFormat.LabelColumn)
    {
        ArgumentNullException.ThrowIfNull(model);
        var report = ModelEvaluation.Evaluate(mlContext, model, data, labelColumnName);
        return new ReportContent(title, report)
        {
            Answers = AnswerSheet.From(ModelAnswers.Read(model.Transform(data), labelColumnName)),
        };
    }
}
