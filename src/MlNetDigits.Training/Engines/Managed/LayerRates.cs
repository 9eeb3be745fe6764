namespace MlNetDigits.Training;

/// <summary>The factors of an update: the learning rates, or what an optimizer makes steps of.</summary>
/// <param name="Hidden">Of the hidden layer.</param>
/// <param name="Output">Of the output layer.</param>
internal readonly record struct LayerRates(float Hidden, float Output);
