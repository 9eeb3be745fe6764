using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Backquery;

/// <summary>What a program reads.</summary>
internal static class BackqueryJson
{
    /// <summary>Renders imagined digits.</summary>
    public static string Render(
        BackqueryPlan plan, DigitModel model, ImmutableArray<ImaginedDigit> digits, WorkingFolder folder)
        => Json.Render(new JsonObject
        {
            ["model"] = folder.Shown(plan.ModelPath),
            ["recognized"] = digits.Count(digit => digit.IsRecognized),
            ["written"] = plan.Picture is { } picture ? folder.Shown(picture) : null,
            ["digits"] = new JsonArray([.. digits.Select(digit => ToNode(model, digit))]),
        });

    private static JsonObject ToNode(DigitModel model, ImaginedDigit digit) => new()
    {
        ["digit"] = Json.Value(digit.Digit),
        ["answer"] = Json.Value(digit.Answer),
        ["recognized"] = digit.IsRecognized,
        ["flat"] = digit.Backquery.IsFlat,
        ["scores"] = new JsonObject(model.ClassNames.Zip(
            digit.Scores, (name, score) => KeyValuePair.Create<string, JsonNode?>(name, Json.Number(score)))),
        ["features"] = new JsonArray([.. digit.Backquery.Features.Select(feature => Json.Number(feature))]),
        ["pixels"] = new JsonArray([.. digit.Pixels.Select(pixel => JsonValue.Create(pixel))]),
    };
}
