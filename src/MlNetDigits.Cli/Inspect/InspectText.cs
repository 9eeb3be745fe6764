using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Inspect;

/// <summary>What a person reads: the layers, the weights and the strongest nodes, and which are saturated.</summary>
internal static class InspectText
{
    /// <summary>Renders an inspection, within 80 columns.</summary>
    public static string Render(InspectResult result, ToolConsole console) => string.Join('\n',
    [
        Head(result, console),
        Layers(result.Inspection),
        Weights("Weights from the inputs to the hidden nodes (W1)", result.Model.Network.Weights.HiddenWeights),
        Weights("Weights from the hidden nodes to the outputs (W2)", result.Model.Network.Weights.OutputWeights),
        Nodes(result),
        .. result.Inspection.Activity is { } activity ? [ActivityText.Render(activity)] : (string[])[],
        Files(result, console.Folder),
    ]);

    private static string Head(InspectResult result, ToolConsole console)
    {
        var network = result.Model.Network.Weights;
        var weights = (long)network.HiddenNodes * (network.Inputs + network.Outputs);
        var nodes = Invariant($"{network.Inputs}-{network.HiddenNodes}-{network.Outputs} nodes, {weights} weights");
        return $"Model           {console.Shipped.Describe(result.Plan.ModelPath, console.Folder)}\nNetwork         {nodes}\n{Shown(result, console.Folder)}";
    }

    private static string Shown(InspectResult result, WorkingFolder folder)
    {
        if (result.Inspection.Activity is not { } activity)
            return "";
        var source = SampleFolder.Describe(result.Plan.Data!, folder);
        return Invariant($"Shown           {activity.Records} records of {source}{LeftOut(activity)}\n");
    }

    private static string Weights(string title, ReadOnlyMemory<float> weights) => HistogramText.Render(title, weights.Span);

    private static string LeftOut(NetworkActivity activity) => activity.RecordsLeftOut == 0
        ? ""
        : Invariant($"; {activity.RecordsLeftOut} left out: a feature is not a number");

    private static string Layers(NetworkInspection inspection) => TextTable.Render(
    [
        ["weights", "count", "minimum", "maximum", "mean", "deviation", "norm"],
        Row("inputs to hidden (W1)", inspection.HiddenWeights.Summary),
        Row("hidden to outputs (W2)", inspection.OutputWeights.Summary),
    ]);

    private static string[] Row(string name, ValueSummary summary) =>
    [
        name, Invariant($"{summary.Count}"), Invariant($"{summary.Minimum:F3}"), Invariant($"{summary.Maximum:F3}"),
        Invariant($"{summary.Mean:F3}"), Invariant($"{summary.Deviation:F3}"), Invariant($"{summary.Norm:F1}"),
    ];

    private static string Nodes(InspectResult result)
    {
        var shown = result.Nodes.Take(result.Plan.Limit).ToImmutableArray();
        var order = result.Plan.Order switch
        {
            NodeOrder.Norm => "the strongest input weights first",
            NodeOrder.Votes => "the loudest votes first",
            NodeOrder.Class => "by the class that they vote for most",
            NodeOrder.Saturation => "the most saturated first",
            _ => "in the network's order",
        };
        var hasActivity = result.Inspection.Activity is not null;
        string[] measured = hasActivity ? ["output", "±", "saturated"] : [];
        string[] header = ["node", "norm", "mean", "votes", .. measured, "for", "against"];
        var rows = shown.Select(node => (string[])
        [
            Invariant($"{node.Node.Index}"), Invariant($"{node.Node.Inputs.Norm:F2}"),
            Invariant($"{node.Node.Inputs.Mean:F3}"), Invariant($"{node.Node.OutputNorm:F2}"),
            .. node.Activity is { } activity ? Measured(activity) : [],
            node.For(result.Model.ClassNames), node.Against(result.Model.ClassNames),
        ]);
        return Invariant($"Hidden nodes, {shown.Length} of {result.Nodes.Length}, {order}\n")
            + TextTable.Render([header, .. rows], leftColumns: 2);
    }

    private static string[] Measured(NodeActivity activity) =>
    [
        Invariant($"{activity.Mean:F3}"), Invariant($"{activity.Deviation:F3}"),
        Invariant($"{100 * activity.SaturatedShare:F1} %"),
    ];

    private static string Files(InspectResult result, WorkingFolder folder)
    {
        if (result.Written.IsEmpty)
            return "Pictures        none; --out DIR draws them\n";
        var missing = WeightSheet.CanDraw(result.Model)
            ? ""
            : Invariant($"No weights.png  {result.Model.Network.Weights.Inputs} inputs do not fill a square\n");
        return $"Written         {string.Join("\n                ", result.Written.Select(folder.Shown))}\n{missing}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
