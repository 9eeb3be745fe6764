namespace MlNetDigits.Training;

/// <summary>The weights have grown beyond all numbers, so that there is nothing to keep of a training run.</summary>
/// <param name="learningRate">The learning rate.</param>
/// <param name="epoch">The epoch in which it happened, counted from 1.</param>
public sealed class TrainingDivergedException(float learningRate, int epoch) : InvalidOperationException(
    FormattableString.Invariant($"The weights grew beyond all numbers in epoch {epoch}: the learning rate of {learningRate} is far too large, or the features are; try a rate near 0.1 and features of about 0 to 1."))
{
}
