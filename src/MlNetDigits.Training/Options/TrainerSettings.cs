using static System.FormattableString;
using static MlNetDigits.Training.SettingWord;
using static MlNetDigits.Training.ValueRange;
using Entry = MlNetDigits.Training.Setting<MlNetDigits.Training.SigmoidNetworkOptions>;

namespace MlNetDigits.Training;

/// <summary>
/// The table of the trainer's options that are plain values. An option that is added needs its property in
/// <see cref="SigmoidNetworkOptions"/>, its entry here, and the code that it changes: the command line, the stored run,
/// the report, the check of a resumed run and the sweep read it here.
/// </summary>
internal static class TrainerSettings
{
    // Some ten thousand end the process.
    private const int MaxThreads = 1000;

    /// <summary>The number of hidden nodes; a sweep varies it.</summary>
    public static Entry HiddenNodes { get; } = Entry.Create(
        nameof(SigmoidNetworkOptions.HiddenNodes),
        options => options.HiddenNodes,
        (options, value) => options with { HiddenNodes = value },
        AtLeast(1)) with
    {
        Word = "hidden",
        Help = "Hidden nodes",
    };

    /// <summary>The learning rate; a sweep varies it.</summary>
    public static Entry LearningRate { get; } = Entry.Create(
        nameof(SigmoidNetworkOptions.LearningRate),
        options => options.LearningRate,
        (options, value) => options with { LearningRate = value },
        AboveZero,
        phrase: value => Invariant($"rate {value}")) with
    {
        Word = "learning-rate",
        Help = "Learning rate",
        Title = "Learning rate",
    };

    /// <summary>The number of epochs; a sweep varies it.</summary>
    public static Entry Epochs { get; } = Entry.Create(
        nameof(SigmoidNetworkOptions.Epochs),
        options => options.Epochs,
        (options, value) => options with { Epochs = value },
        AtLeast(1)) with
    {
        Word = "epochs",
        Help = "How often to go through the data",
        Title = "Epochs",
        DecidesWeights = false,
    };

    /// <summary>What is drawn before the first record, and what is done with each.</summary>
    public static IReadOnlyList<Entry> OfNetwork { get; } =
    [
        Entry.Create(
            nameof(SigmoidNetworkOptions.UpdateRule),
            options => options.UpdateRule,
            (options, value) => options with { UpdateRule = value },
            Named,
            phrase: value => $"{WordOf(value)} rule") with
        {
            Word = "rule",
            Help = "How the weights change: the classic network's rule, or the gradient of the squared error or of the cross-entropy",
            Title = "Update rule",
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.Initialization),
            options => options.Initialization,
            (options, value) => options with { Initialization = value },
            Named,
            phrase: value => $"{WordOf(value)} initialization") with
        {
            Word = "init",
            Help = "How the weights are drawn: from (-0.5, 0.5), or normally with a deviation of 1/sqrt(inputs)",
            Title = "Initialization",
        },
    ];

    /// <summary>The share of the data that is held back.</summary>
    public static Entry ValidationFraction { get; } = Entry.Create(
        nameof(SigmoidNetworkOptions.ValidationFraction),
        options => options.ValidationFraction,
        (options, value) => options with { ValidationFraction = value },
        ShareOrNone) with
    {
        Word = "validation-fraction",
        Help = "The share of the training data that is held back to measure each epoch on, such as 0.1",
    };

    /// <summary>Every entry, in the order in which they are shown.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        Entry.Create(
            nameof(SigmoidNetworkOptions.LabelColumnName),
            options => options.LabelColumnName,
            (options, value) => options with { LabelColumnName = value },
            ColumnName),
        Entry.Create(
            nameof(SigmoidNetworkOptions.FeatureColumnName),
            options => options.FeatureColumnName,
            (options, value) => options with { FeatureColumnName = value },
            ColumnName),
        ValidationFraction,
        Entry.Create(
            nameof(SigmoidNetworkOptions.EarlyStoppingPatience),
            options => options.EarlyStoppingPatience,
            (options, value) => options with { EarlyStoppingPatience = value },
            AtLeastOrNone(1),
            describe: value => value is not { } patience ? null
                : patience == 1 ? "after an epoch that is not better"
                : Invariant($"after {patience} epochs without a better one")) with
        {
            Word = "early-stopping",
            Help = "Stop after so many epochs without a better validation, and keep the best epoch's weights; needs --validation",
            Title = "Early stopping",
            IsOfOneTraining = true,
        },
        Epochs,
        HiddenNodes,
        LearningRate,
        .. OfNetwork,
        .. OptimizerSettings.All,
        Entry.Create(
            nameof(SigmoidNetworkOptions.BatchSize),
            options => options.BatchSize,
            (options, value) => options with { BatchSize = value },
            AtLeast(1),
            phrase: value => Invariant($"batch size {value}")) with
        {
            Word = "batch-size",
            Help = "Records that make one update",
            Title = "Batch size",
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.Targets),
            options => options.Targets,
            (options, value) => options with { Targets = value },
            value => value is { } range && (range is not { Low: >= 0, High: <= 1 } || range.Low >= range.High)
                ? Invariant($"must satisfy 0 <= Low < High <= 1, not {range.Low} and {range.High}.")
                : null),
        Entry.Create(
            nameof(SigmoidNetworkOptions.Shuffle),
            options => options.Shuffle,
            (options, value) => options with { Shuffle = value },
            phrase: value => value ? "shuffled" : "in file order",
            describe: value => value ? "another each epoch" : "as in the file") with
        {
            Word = "shuffle",
            Help = "See the records in another order each epoch",
            Title = "Order",
        },
        .. DistortionSettings.All,
        Entry.Create(
            nameof(SigmoidNetworkOptions.Streaming),
            options => options.Streaming,
            (options, value) => options with { Streaming = value }) with
        {
            Word = "stream",
            Help = "Read the data anew each epoch and keep little of it in memory; not with --shuffle",
            IsOfOneTraining = true,
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.Threads),
            options => options.Threads,
            (options, value) => options with { Threads = value },
            Within(1, MaxThreads),
            phrase: value => value == 1 ? "1 thread" : Invariant($"{value} threads")) with
        {
            Word = "threads",
            Help = "Threads to train with",
            Title = "Threads",
            DecidesWeights = false,
            IsOfOneTraining = true,
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.Engine),
            options => options.Engine,
            (options, value) => options with { Engine = value },
            Named),
        Entry.Create(
            nameof(SigmoidNetworkOptions.ScoreNormalization),
            options => options.ScoreNormalization,
            (options, value) => options with { ScoreNormalization = value },
            NamedOrNone),
    ];

}
