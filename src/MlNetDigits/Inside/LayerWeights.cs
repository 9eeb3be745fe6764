namespace MlNetDigits;

/// <summary>The weights of a layer as numbers to look at.</summary>
/// <param name="Summary">All its weights in a few numbers.</param>
/// <param name="Histogram">How they are spread.</param>
public sealed record LayerWeights(ValueSummary Summary, ValueHistogram Histogram)
{
    /// <summary>Describes weights.</summary>
    internal static LayerWeights Of(ReadOnlySpan<float> weights, InspectionOptions options)
        => new(ValueSummary.Of(weights), ValueHistogram.Of(weights, options.WeightBins));
}
