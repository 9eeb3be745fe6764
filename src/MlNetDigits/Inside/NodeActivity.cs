namespace MlNetDigits;

/// <summary>What a node put out over some records. Without records, every number is NaN.</summary>
/// <param name="Index">The node, from 0.</param>
/// <param name="Minimum">The smallest output.</param>
/// <param name="Maximum">The largest output.</param>
/// <param name="Mean">The mean output.</param>
/// <param name="Deviation">The standard deviation of the output (divided by the number of records).</param>
/// <param name="LowShare">The share of the records with an output below
/// <see cref="InspectionOptions.SaturatedBelow"/>.</param>
/// <param name="HighShare">The share of the records with an output above
/// <see cref="InspectionOptions.SaturatedAbove"/>.</param>
/// <param name="Saturation">Whether the node is saturated on at least <see cref="InspectionOptions.SaturatedShare"/> of
/// the records, and how.</param>
/// <param name="IsConstant">Whether <paramref name="Deviation"/> is below
/// <see cref="InspectionOptions.ConstantDeviation"/>: such a node tells the next layer nothing.</param>
public sealed record NodeActivity(
    int Index,
    double Minimum,
    double Maximum,
    double Mean,
    double Deviation,
    double LowShare,
    double HighShare,
    NodeSaturation Saturation,
    bool IsConstant)
{
    /// <summary>The share of the records on which the node is saturated.</summary>
    public double SaturatedShare => LowShare + HighShare;
}
