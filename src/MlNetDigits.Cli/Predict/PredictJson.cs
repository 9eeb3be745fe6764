using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What a program reads: a flat list of all digits, the pictures that they are in, and the accuracy.</summary>
internal static class PredictJson
{
    /// <summary>Renders answers.</summary>
    public static string Render(DigitModel model, ImmutableArray<Answer> answers, ImmutableArray<string> warnings, WorkingFolder folder) => Json.Render(new JsonObject
    {
        ["warnings"] = Json.Texts(warnings),
        ["model"] = folder.Shown(model.Path),
        ["leastMargin"] = Json.Number(Math.Round(ConfidenceRule.For(model.Network.ScoreNormalization).LeastMargin, 6)),
        ["predictions"] = new JsonArray(
            [.. answers.SelectMany(answer => answer.Digits.Select(prediction => ToNode(model, answer, prediction, folder)))]),
        ["pictures"] = new JsonArray([.. answers.Select(answer => ToNode(answer, folder))]),
        ["accuracy"] = Accuracy.Of(answers) is { } accuracy ? ToNode(accuracy) : null,
    });

    private static JsonObject ToNode(DigitModel model, Answer answer, Prediction prediction, WorkingFolder folder) => new()
    {
        ["file"] = folder.Shown(answer.Question.File),
        ["line"] = answer.Question.Line,
        ["label"] = prediction.Label,
        ["digit"] = prediction.Digit,
        ["right"] = prediction.IsRight,
        ["sure"] = prediction.IsSure,
        ["margin"] = Json.Number(prediction.Margin),
        ["scores"] = new JsonObject(model.ClassNames.Zip(
            prediction.Scores, (name, score) => KeyValuePair.Create<string, JsonNode?>(name, Json.Number(score)))),
        ["box"] = answer.Question.Line is null ? ToNode(prediction.Found.Box) : null,
        ["lineOnPage"] = prediction.Found.Line + 1,
        ["placeInLine"] = prediction.Found.Position + 1,
    };

    private static JsonObject ToNode(PictureBox box) => new()
    {
        ["left"] = box.Left,
        ["top"] = box.Top,
        ["width"] = box.Width,
        ["height"] = box.Height,
    };

    private static JsonObject ToNode(Answer answer, WorkingFolder folder) => new()
    {
        ["file"] = folder.Shown(answer.Question.File),
        ["line"] = answer.Question.Line,
        ["page"] = answer.Question.IsPage,
        ["digits"] = answer.Digits.Length,
        ["lines"] = new JsonArray([.. answer.Lines.Select(line => JsonValue.Create(line))]),
        ["label"] = answer.Question.Label,
        ["right"] = answer.IsRight,
        ["sure"] = answer.Digits.All(prediction => prediction.IsSure),
    };

    private static JsonObject ToNode(Accuracy accuracy) => new()
    {
        ["known"] = accuracy.Known,
        ["right"] = accuracy.Right,
        ["accuracy"] = Json.Number(accuracy.Share),
        ["notSure"] = accuracy.NotSure,
        ["notSureAndWrong"] = accuracy.NotSureAndWrong,
    };
}
