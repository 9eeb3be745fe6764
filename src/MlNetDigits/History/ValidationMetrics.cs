namespace MlNetDigits;

/// <summary>How a network does on records that it does not learn from.</summary>
/// <param name="Records">The number of records measured.</param>
/// <param name="MicroAccuracy">The share of records whose highest score is the right class's, in [0, 1].</param>
/// <param name="Error">The mean of <c>1/2 sum (t - o)^2</c> over the records.</param>
public sealed record ValidationMetrics(long Records, double MicroAccuracy, double Error);
