using System.Collections.Immutable;

namespace MlNetDigits.Cli.Inspect;

/// <summary>What was found.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Model">The model.</param>
/// <param name="Inspection">The numbers.</param>
/// <param name="Nodes">The hidden nodes in the order asked for.</param>
/// <param name="Written">The files that were written.</param>
internal sealed record InspectResult(
    InspectPlan Plan,
    NetworkModel Model,
    NetworkInspection Inspection,
    ImmutableArray<InspectedNode> Nodes,
    ImmutableArray<string> Written);
