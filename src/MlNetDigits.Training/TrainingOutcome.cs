namespace MlNetDigits.Training;

/// <summary>What a training run gives.</summary>
/// <param name="Weights">The weights as learned so far.</param>
/// <param name="StopReason">Why training ended.</param>
/// <param name="History">All epochs.</param>
internal sealed record TrainingOutcome(NetworkWeights Weights, StopReason StopReason, TrainingHistory History);
