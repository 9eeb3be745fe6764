using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>
/// Everything that is needed to take training up again after a whole epoch: with the same data and options, the weights
/// at the end are those of a run that was never interrupted, to the last bit.
/// </summary>
/// <param name="Seed">The seed of the run: it decides the order of shuffled epochs and which records are held back.</param>
/// <param name="Weights">The weights after the last epoch of <paramref name="History"/>.</param>
/// <param name="History">The epochs so far; whole ones only, at least one.</param>
/// <param name="BestWeights">The weights after the best of them; null if they were not validated.</param>
public sealed record TrainingCheckpoint(
    int Seed, NetworkWeights Weights, TrainingHistory History, NetworkWeights? BestWeights)
{
    /// <summary>What the optimizer remembers; null if it remembers nothing, as plain gradient descent does.</summary>
    public OptimizerState? Optimizer { get; init; }

    /// <summary>
    /// What the classes are called, in the order of the outputs: training does not go on with classes in another order.
    /// Null if the label did not tell.
    /// </summary>
    public ImmutableArray<string>? ClassNames { get; init; }

    /// <summary>The last epoch that is done, counted from 1.</summary>
    public int Epoch => History.Epochs[^1].Epoch;

    /// <summary>What is wrong with a checkpoint; empty if training can go on from it.</summary>
    internal IEnumerable<OptionProblem> FindProblems()
    {
        if (History.Epochs.IsDefaultOrEmpty || !History.Epochs.Select(epoch => epoch.Epoch).SequenceEqual(Enumerable.Range(1, History.Epochs.Length)))
            yield return Problem("must have epochs that are counted from 1 without a gap.");
        else if (History.Epochs.Any(epoch => !epoch.IsComplete))
            yield return Problem("must have whole epochs only.");
        if ((BestWeights ?? Weights).Sizes != Weights.Sizes)
            yield return Problem("must have best weights of the shape of its last ones.");
        if ((Optimizer?.FirstMoments ?? Weights).Sizes != Weights.Sizes || (Optimizer?.SecondMoments ?? Weights).Sizes != Weights.Sizes)
            yield return Problem("must have an optimizer's state of the shape of its weights.");
        if (Optimizer is { Steps: < 1 })
            yield return Problem("must have an optimizer's state after at least one step.");
        if (Optimizer?.SecondMoments is { } squares && (HasNegative(squares.HiddenWeights.Span) || HasNegative(squares.OutputWeights.Span)))
            yield return Problem("must have second moments that are no less than 0.");
    }

    private static bool HasNegative(ReadOnlySpan<float> squares) => squares.ContainsAnyExceptInRange(0f, float.MaxValue);

    private static OptionProblem Problem(string sentence) => new(nameof(SigmoidNetworkOptions.ResumeFrom), sentence);
}
