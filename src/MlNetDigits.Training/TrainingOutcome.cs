namespace MlNetDigits.Training;

/// <summary>What a training run gives.</summary>
/// <param name="Weights">The weights as learned so far.</param>
/// <param name="StopReason">Why training ended.</param>
internal sealed record TrainingOutcome(NetworkWeights Weights, StopReason StopReason);
