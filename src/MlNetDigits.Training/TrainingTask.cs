using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>What a training run works on.</summary>
/// <param name="Options">The options, already checked.</param>
/// <param name="Source">The records to learn from.</param>
/// <param name="Validation">The records to measure each epoch's weights on, if any.</param>
/// <param name="InitialWeights">The weights to start from.</param>
/// <param name="Seed">Decides the order of shuffled epochs.</param>
internal sealed record TrainingTask(
    SigmoidNetworkOptions Options,
    ITrainingSource Source,
    RecordBlock? Validation,
    NetworkWeights InitialWeights,
    int Seed)
{
    /// <summary>The module that the Torch engine is to work on; null for one of its own.</summary>
    public SigmoidModule? Module { get; init; }

    /// <summary>What the classes are called, in the order of the outputs; null if the label does not tell.</summary>
    public ImmutableArray<string>? ClassNames { get; init; }

    /// <summary>The shape of the images, if they are distorted.</summary>
    public ImageShape? Shape { get; init; }
}
