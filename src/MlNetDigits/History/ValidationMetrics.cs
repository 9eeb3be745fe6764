namespace MlNetDigits;

/// <summary>How a network does on records that it does not learn from.</summary>
/// <param name="Records">The number of records measured.</param>
/// <param name="MicroAccuracy">The share of records whose highest score is the right class's, in [0, 1].</param>
/// <param name="Error">
/// The mean loss over the records: <c>1/2 sum (t - o)^2</c>, or the cross-entropy <c>-sum t log p</c> where that is what is
/// trained.
/// </param>
public sealed record ValidationMetrics(long Records, double MicroAccuracy, double Error);
