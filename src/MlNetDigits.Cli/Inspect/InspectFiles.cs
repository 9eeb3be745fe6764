using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Inspect;

/// <summary>The files of an inspection.</summary>
internal static class InspectFiles
{
    /// <summary>The table of the nodes; the file that is always written.</summary>
    public const string Nodes = "nodes.csv";

    /// <summary>All files, by name: drawn before the first is written.</summary>
    public static ImmutableArray<(string Name, ReadOnlyMemory<byte> Contents)> Render(
        NetworkModel model, NetworkInspection inspection, ImmutableArray<InspectedNode> nodes, int? columns)
    {
        IEnumerable<(string, ReadOnlyMemory<byte>)> sheet = WeightSheet.CanDraw(model)
            ? [("weights.png", WeightSheet.Of(model, nodes, columns).ToPng())]
            : [];
        return
        [
            .. sheet,
            .. Charts(inspection).SelectMany(Both),
            (Nodes, Encoding.UTF8.GetBytes(NodesCsv.Render(nodes, model.ClassNames))),
        ];
    }

    private static IEnumerable<(string Name, Chart Chart)> Charts(NetworkInspection inspection)
    {
        yield return (
            "hidden-weights", Weights("Weights from the inputs to the hidden nodes (W1)", inspection.HiddenWeights));
        yield return (
            "output-weights", Weights("Weights from the hidden nodes to the outputs (W2)", inspection.OutputWeights));
        if (inspection.Activity is { Records: > 0 } activity)
        {
            yield return ("activations", HistogramChart.Of(
                activity.Hidden.Histogram,
                Invariant($"Outputs of the hidden nodes on {activity.Records:N0} records"),
                "output of a node on a record",
                [InspectCommand.Options.SaturatedBelow, InspectCommand.Options.SaturatedAbove]));
        }
    }

    private static Chart Weights(string title, LayerWeights weights) => HistogramChart.Of(
        weights.Histogram,
        title,
        Invariant($"weight (mean {weights.Summary.Mean:F3}, deviation {weights.Summary.Deviation:F3})"));

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Contents)> Both((string Name, Chart Chart) named) =>
    [
        (named.Name + ".png", named.Chart.ToPng()),
        (named.Name + ".svg", Encoding.UTF8.GetBytes(named.Chart.ToSvg())),
    ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
