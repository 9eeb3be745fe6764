using System.Collections.Immutable;

namespace MlNetDigits.Cli.Inspect;

/// <summary>A hidden node: its weights, and what it does with the records that were shown.</summary>
/// <param name="Node">Its weights.</param>
/// <param name="Activity">What it does; null without records.</param>
internal sealed record InspectedNode(HiddenNode Node, NodeActivity? Activity)
{
    /// <summary>All hidden nodes in an order; equals stay in the network's.</summary>
    public static ImmutableArray<InspectedNode> Ordered(NetworkInspection inspection, NodeOrder order)
    {
        var nodes = inspection.HiddenNodes.Select(
            node => new InspectedNode(node, inspection.Activity?.Hidden.Nodes[node.Index]));
        return order switch
        {
            NodeOrder.Norm => [.. nodes.OrderByDescending(node => node.Node.Inputs.Norm)],
            NodeOrder.Votes => [.. nodes.OrderByDescending(node => node.Node.OutputNorm)],
            NodeOrder.Class =>
                [.. nodes.OrderBy(node => node.FirstClass).ThenByDescending(node => node.Node.OutputNorm)],
            NodeOrder.Saturation => [.. nodes.OrderByDescending(node => node.Activity?.SaturatedShare)],
            _ => [.. nodes],
        };
    }

    /// <summary>The classes it votes for, as text.</summary>
    public string For(ImmutableArray<string> classNames) => Names(Node.VotesFor, classNames);

    /// <summary>The classes it votes against, as text.</summary>
    public string Against(ImmutableArray<string> classNames) => Names(Node.VotesAgainst, classNames);

    private int FirstClass => Node.OutputWeights.IndexOf(Node.OutputWeights.Max());

    private static string Names(ImmutableArray<int> classes, ImmutableArray<string> classNames)
        => string.Join(' ', classes.Select(index => classNames[index]));
}
