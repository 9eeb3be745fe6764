using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>What a program reads.</summary>
internal static class PredictJson
{
    /// <summary>Renders predictions.</summary>
    public static string Render(DigitModel model, ImmutableArray<Prediction> predictions) => Json.Render(new JsonObject
    {
        ["model"] = model.Path,
        ["predictions"] = new JsonArray([.. predictions.Select(prediction => ToNode(model, prediction))]),
    });

    private static JsonObject ToNode(DigitModel model, Prediction prediction) => new()
    {
        ["file"] = prediction.Question.File,
        ["line"] = prediction.Question.Line,
        ["label"] = prediction.Question.Label,
        ["digit"] = prediction.Digit,
        ["right"] = prediction.IsRight,
        ["sure"] = prediction.IsSure,
        ["scores"] = new JsonObject(model.ClassNames.Zip(
            prediction.Scores, (name, score) => KeyValuePair.Create<string, JsonNode?>(name, Json.Number(score)))),
    };
}
