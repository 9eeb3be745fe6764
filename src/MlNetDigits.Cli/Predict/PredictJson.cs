using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What a program reads: a flat list of all digits, the pictures that they are in, and the accuracy.</summary>
internal static class PredictJson
{
    /// <summary>Prints answers. They may be very many, so the document is never in memory as a whole.</summary>
    public static void Write(PredictResult result, ToolConsole console)
    {
        var (model, folder) = (result.Model, console.Folder);
        using var json = new JsonPrinter(console.Output);
        json.Value("warnings", Json.Texts(result.Warnings));
        json.Value("model", folder.Shown(model.Path));
        json.Value("leastMargin", Json.Number(Math.Round(ConfidenceRule.For(model.Network.ScoreNormalization).LeastMargin, 6)));
        json.Values(
            "predictions",
            result.Answers.SelectMany(answer => answer.Digits.Select(prediction => ToNode(model, answer, prediction, folder))));
        json.Values("pictures", result.Answers.Select(answer => ToNode(answer, folder)));
        json.Value("accuracy", Accuracy.Of(result.Answers) is { } accuracy ? ToNode(accuracy) : null);
        json.Values("rows", result.Reading.RowFiles.Select(file => ToNode(file, folder)));
        json.Values("failed", result.Reading.Failed.Select(failure => ToNode(failure, folder)));
        json.Values("skipped", result.Reading.Skipped.Select(note => ToNode(note, folder)));
        json.Value("csv", result.Plan.CsvPath is { } path ? folder.Shown(path) : null);
    }

    private static JsonObject ToNode(DigitModel model, Answer answer, Prediction prediction, WorkingFolder folder) => new()
    {
        ["file"] = folder.Shown(answer.Question.File),
        ["line"] = answer.Question.Line,
        ["label"] = prediction.Label is { } label ? Json.Value(label) : null,
        ["digit"] = Json.Value(prediction.Digit),
        ["right"] = prediction.IsRight,
        ["sure"] = prediction.IsSure,
        ["doubt"] = prediction.Found.Doubt,
        ["margin"] = Json.Number(prediction.Margin),
        ["scores"] = new JsonObject(model.ClassNames.Zip(
            prediction.Scores, (name, score) => KeyValuePair.Create<string, JsonNode?>(name, Json.Number(score)))),
        ["box"] = answer.Question.Line is null ? ToNode(prediction.Found.Box) : null,
        ["lineOnPage"] = prediction.Found.Line + 1,
        ["placeInLine"] = prediction.Found.Position + 1,
    };

    private static JsonObject ToNode(LeftOutMark mark) => new()
    {
        ["kind"] = mark.Kind,
        ["count"] = mark.Count,
        ["box"] = ToNode(mark.Box),
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
        ["labelFrom"] = OptionText.Format(answer.Question.LabelFrom),
        ["unusedLabel"] = answer.Question.Unused?.Text,
        ["right"] = answer.IsRight,
        ["sure"] = answer.IsSure,
        ["leftOut"] = new JsonArray([.. answer.Question.LeftOut.Select(ToNode)]),
    };

    private static JsonObject ToNode(RowFile file, WorkingFolder folder) => new()
    {
        ["file"] = folder.Shown(file.File),
        ["rows"] = file.Rows,
        ["read"] = file.Read,
    };

    private static JsonObject ToNode(InvalidInputException failure, WorkingFolder folder) => new()
    {
        ["file"] = folder.Shown(failure.Path),
        ["line"] = failure.Line,
        ["message"] = folder.Shorten(failure.Problem),
    };

    private static JsonObject ToNode(FileNote note, WorkingFolder folder) => new()
    {
        ["file"] = folder.Shown(note.File),
        ["message"] = note.Text,
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
