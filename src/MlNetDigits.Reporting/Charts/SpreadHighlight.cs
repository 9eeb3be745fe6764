namespace MlNetDigits.Reporting;

/// <summary>A point of a <see cref="SpreadChart"/> that is ringed and named.</summary>
/// <param name="X">Where it is.</param>
/// <param name="Y">Its value.</param>
/// <param name="Text">What stands above it.</param>
public sealed record SpreadHighlight(double X, double Y, string Text);
