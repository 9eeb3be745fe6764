namespace MlNetDigits.Training;

/// <summary>What an engine says of an epoch.</summary>
/// <param name="Records">The number of records that were learned from.</param>
/// <param name="ErrorSum">
/// The sum of the losses over them, each at the weights of its batch's start: <c>1/2 sum (t - o)^2</c>, or the
/// cross-entropy <c>-sum t log p</c> for that rule.
/// </param>
internal readonly record struct EpochOutcome(int Records, double ErrorSum);
