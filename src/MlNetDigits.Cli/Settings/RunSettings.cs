using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>
/// What decides which weights a run learns: what a run folder keeps, and what a resumed run must have in common with its
/// earlier part. All paths are full: they mean the same from any folder.
/// </summary>
internal sealed record RunSettings
{
    /// <summary>What to learn from; null for the embedded sample.</summary>
    public string? Data { get; init; }

    /// <summary>What to measure on at the end; null for the test part beside <see cref="Data"/>, if there is one.</summary>
    public string? Test { get; init; }

    /// <summary>What to measure each epoch on, if it is data of its own.</summary>
    public string? ValidationData { get; init; }

    /// <summary>What people say of the data that its files do not; of all the data alike.</summary>
    public DigitDataOptions DataOptions { get; init; } = DigitDataOptions.Default;

    /// <summary>Decides every random number of the run.</summary>
    public int Seed { get; init; }

    /// <summary>The trainer's options.</summary>
    public SigmoidNetworkOptions Options { get; init; } = new();

    /// <summary>The most hidden nodes that training can do with digits.</summary>
    public static int MaxHiddenNodes { get; } = LayerLimit.MostWeights / DigitFormat.Pixels;

    /// <summary>Whether each epoch is measured on records that are not learned from.</summary>
    public bool IsValidated => ValidationData is not null || Options.ValidationFraction is not null;
}
