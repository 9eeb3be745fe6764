using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What came out of a network that was run backwards; see <see cref="NetworkBackquery"/>.</summary>
/// <param name="Targets">The outputs that were asked for, <c>[Outputs]</c>, each in (0, 1).</param>
/// <param name="HiddenOutputs">What the hidden nodes were taken to put out for them, <c>[HiddenNodes]</c>, each in
/// [0.01, 0.99].</param>
/// <param name="Features">The record, <c>[Inputs]</c>, each in [0.01, 0.99]: the scale of the classic network's inputs.
/// </param>
public sealed record BackqueryResult(
    ImmutableArray<double> Targets, ImmutableArray<double> HiddenOutputs, ImmutableArray<float> Features)
{
    /// <summary>
    /// Whether the features are all alike, 0.5, because a layer's signals were: then they say nothing of the class. It
    /// is always so with a single hidden node.
    /// </summary>
    public bool IsFlat => Features.AsSpan().IndexOfAnyExcept(Features[0]) < 0;
}
