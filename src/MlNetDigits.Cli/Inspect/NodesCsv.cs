using System.Collections.Immutable;
using System.Globalization;

namespace MlNetDigits.Cli.Inspect;

/// <summary>The hidden nodes as CSV, a line a node, in the network's order.</summary>
internal static class NodesCsv
{
    private static readonly ImmutableArray<string> Weights =
    [
        "node", "input_min", "input_max", "input_mean", "input_deviation", "input_norm", "output_norm", "votes_for",
        "votes_against",
    ];

    private static readonly ImmutableArray<string> Activity =
        ["mean", "deviation", "minimum", "maximum", "low_share", "high_share", "saturation", "constant"];

    /// <summary>The table; what was not measured is empty.</summary>
    public static string Render(IEnumerable<InspectedNode> nodes, ImmutableArray<string> classNames)
    {
        IEnumerable<string> header = [.. Weights, .. classNames.Select(name => Quoted("to_" + name)), .. Activity];
        var lines = nodes.OrderBy(node => node.Node.Index).Select(node => Cells(node, classNames));
        return string.Concat(lines.Prepend(header).Select(cells => string.Join(',', cells) + "\n"));
    }

    private static IEnumerable<string> Cells(InspectedNode inspected, ImmutableArray<string> classNames)
    {
        var (node, activity) = (inspected.Node, inspected.Activity);
        return
        [
            Invariant($"{node.Index}"),
            Number(node.Inputs.Minimum), Number(node.Inputs.Maximum), Number(node.Inputs.Mean),
            Number(node.Inputs.Deviation), Number(node.Inputs.Norm), Number(node.OutputNorm),
            Quoted(inspected.For(classNames)), Quoted(inspected.Against(classNames)),
            .. node.OutputWeights.Select(weight => Invariant($"{weight:R}")),
            Number(activity?.Mean), Number(activity?.Deviation), Number(activity?.Minimum), Number(activity?.Maximum),
            Number(activity?.LowShare), Number(activity?.HighShare),
            activity?.Saturation.ToString().ToLowerInvariant() ?? "",
            activity is null ? "" : activity.IsConstant ? "1" : "0",
        ];
    }

    // A class may have any name.
    private static string Quoted(string text)
        => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Number(double? value)
        => value is { } number && double.IsFinite(number) ? Invariant($"{number:R}") : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
