namespace MlNetDigits.Training;

/// <summary>The weights have grown beyond all numbers, so that there is nothing to keep of a training run.</summary>
/// <param name="learningRate">The learning rate.</param>
/// <param name="epoch">The epoch in which it happened, counted from 1.</param>
/// <param name="optimizer">The optimizer.</param>
public sealed class TrainingDivergedException(float learningRate, int epoch, Optimizer optimizer = Optimizer.Sgd) : InvalidOperationException(
    FormattableString.Invariant($"The weights grew beyond all numbers in epoch {epoch}: {optimizer}'s learning rate of {learningRate} is far too large, or the features are; try a rate near {UsualRate.Of(optimizer)} and features of about 0 to 1."))
{
}
