using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Inspect;

/// <summary>What a program reads.</summary>
internal static class InspectJson
{
    /// <summary>Renders an inspection.</summary>
    public static string Render(InspectResult result, WorkingFolder folder)
    {
        var (inspection, weights) = (result.Inspection, result.Model.Network.Weights);
        return Json.Render(new JsonObject
        {
            ["model"] = folder.Shown(result.Plan.ModelPath),
            ["inputs"] = weights.Inputs,
            ["hiddenNodes"] = weights.HiddenNodes,
            ["outputs"] = weights.Outputs,
            ["hiddenWeights"] = ToNode(inspection.HiddenWeights),
            ["outputWeights"] = ToNode(inspection.OutputWeights),
            ["nodes"] = Array(result.Nodes, node => ToNode(node, result)),
            ["activity"] = inspection.Activity is { } activity ? ToNode(activity, result, folder) : null,
            ["written"] = Json.Paths(result.Written, folder),
        });
    }

    private static JsonObject ToNode(LayerWeights weights)
    {
        var node = ToNode(weights.Summary);
        node["histogram"] = ToNode(weights.Histogram);
        return node;
    }

    private static JsonObject ToNode(ValueSummary summary) => new()
    {
        ["count"] = summary.Count,
        ["minimum"] = Json.Number(summary.Minimum),
        ["maximum"] = Json.Number(summary.Maximum),
        ["mean"] = Json.Number(summary.Mean),
        ["deviation"] = Json.Number(summary.Deviation),
        ["norm"] = Json.Number(summary.Norm),
    };

    private static JsonObject ToNode(ValueHistogram histogram) => new()
    {
        ["edges"] = Array(histogram.Edges, Json.Number),
        ["counts"] = Array(histogram.Counts, count => JsonValue.Create(count)),
    };

    private static JsonObject ToNode(InspectedNode node, InspectResult result) => new()
    {
        ["index"] = node.Node.Index,
        ["inputWeights"] = ToNode(node.Node.Inputs),
        ["outputWeights"] = new JsonObject(result.Model.ClassNames.Zip(
            node.Node.OutputWeights, (name, weight) => KeyValuePair.Create<string, JsonNode?>(name, Json.Number(weight)))),
        ["outputNorm"] = Json.Number(node.Node.OutputNorm),
        ["votesFor"] = Array(node.Node.VotesFor, index => JsonValue.Create(result.Model.ClassNames[index])),
        ["votesAgainst"] = Array(node.Node.VotesAgainst, index => JsonValue.Create(result.Model.ClassNames[index])),
        ["activity"] = node.Activity is { } activity ? ToNode(activity) : null,
    };

    private static JsonObject ToNode(NetworkActivity activity, InspectResult result, WorkingFolder folder) => new()
    {
        ["data"] = Json.Paths(result.Plan.Data!.Files, folder),
        ["records"] = activity.Records,
        ["recordsLeftOut"] = activity.RecordsLeftOut,
        ["saturatedBelow"] = InspectCommand.Options.SaturatedBelow,
        ["saturatedAbove"] = InspectCommand.Options.SaturatedAbove,
        ["saturatedOnShare"] = InspectCommand.Options.SaturatedShare,
        ["constantBelowDeviation"] = InspectCommand.Options.ConstantDeviation,
        ["hidden"] = ToNode(activity.Hidden),
        ["output"] = ToNode(activity.Output),
    };

    private static JsonObject ToNode(LayerActivity layer) => new()
    {
        ["saturatedShare"] = Json.Number(layer.SaturatedShare),
        ["saturated"] = Array(layer.Saturated, node => JsonValue.Create(node.Index)),
        ["constant"] = Array(layer.Constant, node => JsonValue.Create(node.Index)),
        ["nodes"] = Array(layer.Nodes, ToNode),
        ["histogram"] = ToNode(layer.Histogram),
    };

    private static JsonObject ToNode(NodeActivity node) => new()
    {
        ["index"] = node.Index,
        ["minimum"] = Json.Number(node.Minimum),
        ["maximum"] = Json.Number(node.Maximum),
        ["mean"] = Json.Number(node.Mean),
        ["deviation"] = Json.Number(node.Deviation),
        ["lowShare"] = Json.Number(node.LowShare),
        ["highShare"] = Json.Number(node.HighShare),
        ["saturation"] = node.Saturation.ToString().ToLowerInvariant(),
        ["constant"] = node.IsConstant,
    };

    private static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode?> toNode) => [.. values.Select(toNode)];
}
