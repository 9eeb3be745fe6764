using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What the nodes of a layer put out over some records.</summary>
/// <param name="Nodes">The nodes in their order.</param>
/// <param name="Histogram">All nodes' outputs on all records, in even ranges from 0 to 1.</param>
public sealed record LayerActivity(ImmutableArray<NodeActivity> Nodes, ValueHistogram Histogram)
{
    /// <summary>The saturated nodes, in their order.</summary>
    public IEnumerable<NodeActivity> Saturated => Nodes.Where(node => node.Saturation != NodeSaturation.None);

    /// <summary>The constant nodes, in their order.</summary>
    public IEnumerable<NodeActivity> Constant => Nodes.Where(node => node.IsConstant);

    /// <summary>The share of all outputs, of any node on any record, that are saturated.</summary>
    public double SaturatedShare => Nodes.Average(node => node.SaturatedShare);
}
