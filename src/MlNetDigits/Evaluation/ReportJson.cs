using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits;

/// <summary>Renders a report as JSON.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The whole report as an indented document.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The document, without a line feed at its end.</returns>
    public static string Render(ClassificationReport report) => ToNode(report).ToJsonString(Indented);

    /// <summary>The whole report as a node, to be part of a larger document.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The node; shares that are not defined (0 of 0) are null.</returns>
    public static JsonObject ToNode(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JsonObject
        {
            ["rowsRead"] = report.RowsRead,
            ["rowsEvaluated"] = report.RowsEvaluated,
            ["rowsWithoutLabel"] = report.RowsWithoutLabel,
            ["rowsWithoutScore"] = report.RowsWithoutScore,
            ["rowsOfUnknownClass"] = report.RowsOfUnknownClass,
            ["unknownClasses"] = new JsonArray([.. report.UnknownClasses.Select(name => JsonValue.Create(name))]),
            ["right"] = report.Confusion.Right,
            ["microAccuracy"] = Number(report.MicroAccuracy),
            ["macroAccuracy"] = Number(report.MacroAccuracy),
            ["logLoss"] = Number(report.LogLoss),
            ["logLossReduction"] = Number(report.LogLossReduction),
            ["logLossOf"] = report.ScoreNormalization switch
            {
                ScoreNormalization.None => "rawScores",
                ScoreNormalization.Sum => "normalizedScores",
                ScoreNormalization.Softmax => "softmaxScores",
                _ => "scores",
            },
            ["classes"] = new JsonArray([.. report.Classes.Select(ToNode)]),
            ["confusionMatrix"] = ConfusionJson.ToNode(report.Confusion),
        };
    }

    private static JsonObject ToNode(ClassMetrics metrics) => new()
    {
        ["name"] = metrics.Name,
        ["support"] = metrics.Support,
        ["precision"] = Number(metrics.Precision),
        ["recall"] = Number(metrics.Recall),
        ["f1"] = Number(metrics.F1),
    };

    // JSON has no NaN and no infinity.
    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
