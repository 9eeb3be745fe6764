namespace MlNetDigits.Training;

/// <summary>What an engine says of an epoch.</summary>
/// <param name="Records">The number of records that were learned from.</param>
/// <param name="ErrorSum">
/// The sum of <c>1/2 sum (t - o)^2</c> over them, each at the weights of its batch's start.
/// </param>
internal readonly record struct EpochOutcome(int Records, double ErrorSum);
