using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Inspect;

/// <summary>The hidden nodes' input weights as a picture.</summary>
internal static class WeightSheet
{
    // A sheet of more would be of no use to anybody and of many megabytes.
    private const int MostTiles = 2000;
    private const int MostWeights = 40_000_000;

    // The few largest weights would leave the others pale.
    private const double ShareInScale = 0.998;

    /// <summary>Whether a network's inputs can be taken for a picture.</summary>
    public static bool CanDraw(NetworkModel model) => SideOf(model.Network.Weights) is not null;

    /// <summary>A tile a node, as the inputs lie in the picture.</summary>
    /// <exception cref="InvalidInputException">The inputs do not fill a square.</exception>
    public static ContactSheet Of(NetworkModel model, ImmutableArray<InspectedNode> nodes, int? columns)
    {
        var (network, classNames) = (model.Network.Weights, model.ClassNames);
        var side = SideOf(network) ?? throw new InvalidInputException(
            model.Path,
            Invariant($"takes {network.Inputs} inputs, which do not fill a square, so its weights are no pictures"));
        var shown = nodes.Take(Math.Clamp(MostWeights / network.Inputs, 1, MostTiles)).ToImmutableArray();
        var part = shown.Length < nodes.Length ? Invariant($"{shown.Length} of ") : "";
        return new ContactSheet(
            Invariant($"What {part}{nodes.Length} hidden nodes look for"),
            [.. shown.Select(node => new ValueTile(side, side, WeightsOf(network, node), Caption(node, classNames)))])
        {
            Note = "The weights from each pixel to a node: ink on red excites it, ink on blue inhibits it. "
                + "Below, the node's number and the digit that it then votes for (+) and against (−) most.",
            Columns = columns,
            ValueLimit = Limit(network),
            ValueName = "weight (the few beyond are drawn the same)",
        };
    }

    private static int? SideOf(NetworkWeights network)
        => (int)Math.Round(Math.Sqrt(network.Inputs)) is var side && side * side == network.Inputs ? side : null;

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
