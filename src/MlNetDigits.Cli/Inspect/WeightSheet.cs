using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Inspect;

/// <summary>The hidden nodes' input weights as a picture.</summary>
internal static class WeightSheet
{
    // A sheet of more would be of no use to anybody and of many megabytes.
    private const int MostTiles = 2000;

    // The few largest weights would leave the others pale.
    private const double ShareInScale = 0.998;

    /// <summary>The side of the square that a network's inputs fill; null if they fill none.</summary>
    public static int? SideOf(NetworkWeights network)
        => (int)Math.Round(Math.Sqrt(network.Inputs)) is var side && side * side == network.Inputs ? side : null;

    /// <summary>A tile a node, as the inputs lie in the picture.</summary>
    public static ContactSheet Of(
        NetworkWeights network, int side, ImmutableArray<InspectedNode> nodes, ImmutableArray<string> classNames, int? columns)
    {
        var shown = nodes.Take(MostTiles).ToImmutableArray();
        var part = shown.Length < nodes.Length ? Invariant($"{shown.Length} of the {nodes.Length}") : Invariant($"{nodes.Length}");
        return new ContactSheet(
            Invariant($"What {part} hidden nodes look for"),
            [.. shown.Select(node => new ValueTile(side, side, WeightsOf(network, node), Caption(node, classNames)))])
        {
            Note = "The weights from each pixel to a node: ink on red excites it, ink on blue inhibits it. Below, the node's number and the digit that it then votes for (+) and against (−) most.",
            Columns = columns,
            ValueLimit = Limit(network),
            ValueName = "weight (the few beyond are drawn the same)",
        };
    }

    private static ReadOnlyMemory<float> WeightsOf(NetworkWeights network, InspectedNode node)
        => network.HiddenWeights.Slice(node.Node.Index * network.Inputs, network.Inputs);

    private static string Caption(InspectedNode node, ImmutableArray<string> classNames)
    {
        string[] parts =
        [
            Invariant($"{node.Node.Index} "),
            .. node.Node.VotesFor.Take(1).Select(index => "+" + classNames[index]),
            .. node.Node.VotesAgainst.Take(1).Select(index => "−" + classNames[index]),
        ];
        return string.Join(' ', parts);
    }

    private static double? Limit(NetworkWeights network)
    {
        var sizes = Array.ConvertAll(network.HiddenWeights.ToArray(), Math.Abs);
        Array.Sort(sizes);
        return sizes[(int)(ShareInScale * (sizes.Length - 1))] is var limit and > 0 ? limit : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
