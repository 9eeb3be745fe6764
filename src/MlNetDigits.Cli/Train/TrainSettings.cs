using System.Text.Json.Serialization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>
/// What decides which weights a run learns, in plain values: what <c>options.json</c> keeps, and what a resumed run
/// must have in common with its earlier part. All paths are full: they mean the same from any folder.
/// </summary>
internal sealed record TrainSettings
{
    /// <summary>What to learn from; null for the embedded sample.</summary>
    public string? Data { get; init; }

    /// <summary>What to measure on at the end; null for the test part beside <see cref="Data"/>, if there is one.</summary>
    public string? Test { get; init; }

    /// <summary>What to measure each epoch on, if it is data of its own.</summary>
    public string? ValidationData { get; init; }

    /// <summary>The share of <see cref="Data"/> to hold back and measure each epoch on.</summary>
    public double? ValidationFraction { get; init; }

    /// <inheritdoc cref="SigmoidNetworkOptions.EarlyStoppingPatience"/>
    public int? EarlyStopping { get; init; }

    /// <inheritdoc cref="SigmoidNetworkOptions.Epochs"/>
    public int Epochs { get; init; } = Defaults.Epochs;

    /// <inheritdoc cref="SigmoidNetworkOptions.HiddenNodes"/>
    public int Hidden { get; init; } = Defaults.HiddenNodes;

    /// <inheritdoc cref="SigmoidNetworkOptions.LearningRate"/>
    public float LearningRate { get; init; } = Defaults.LearningRate;

    /// <inheritdoc cref="SigmoidNetworkOptions.BatchSize"/>
    public int BatchSize { get; init; } = Defaults.BatchSize;

    /// <inheritdoc cref="SigmoidNetworkOptions.UpdateRule"/>
    public UpdateRule Rule { get; init; } = Defaults.UpdateRule;

    /// <inheritdoc cref="SigmoidNetworkOptions.Initialization"/>
    public WeightInitialization Init { get; init; } = Defaults.Initialization;

    /// <inheritdoc cref="SigmoidNetworkOptions.Shuffle"/>
    public bool Shuffle { get; init; }

    /// <inheritdoc cref="SigmoidNetworkOptions.Streaming"/>
    public bool Stream { get; init; }

    /// <summary>Decides every random number of the run.</summary>
    public int Seed { get; init; }

    /// <inheritdoc cref="SigmoidNetworkOptions.Threads"/>
    public int Threads { get; init; } = Defaults.Threads;

    /// <summary>The most hidden nodes that training can do with digits.</summary>
    public static int MostHidden { get; } = LayerLimit.MostWeights / DigitFormat.Pixels;

    /// <summary>Whether each epoch is measured on records that are not learned from.</summary>
    [JsonIgnore]
    public bool IsValidated => ValidationData is not null || ValidationFraction is not null;

    private static SigmoidNetworkOptions Defaults { get; } = new();

    /// <summary>The same with its paths as people are told of them.</summary>
    public TrainSettings Shown(WorkingFolder folder) => this with
    {
        Data = Data is null ? null : folder.Shown(Data),
        Test = Test is null ? null : folder.Shown(Test),
        ValidationData = ValidationData is null ? null : folder.Shown(ValidationData),
    };

    /// <summary>The trainer's options.</summary>
    public SigmoidNetworkOptions ToOptions() => new()
    {
        Epochs = Epochs,
        HiddenNodes = Hidden,
        LearningRate = LearningRate,
        BatchSize = BatchSize,
        UpdateRule = Rule,
        Initialization = Init,
        Shuffle = Shuffle,
        Streaming = Stream,
        Threads = Threads,
        ValidationFraction = ValidationFraction,
        EarlyStoppingPatience = EarlyStopping,
    };
}
