using System.Globalization;
using MlNetDigits.Training;
using Entry = MlNetDigits.Training.Setting<MlNetDigits.Cli.Settings.RunSettings>;

namespace MlNetDigits.Cli.Settings;

/// <summary>
/// The table of a run's settings: where the data is, what is said of it, the seed, and the trainer's own table.
/// </summary>
internal static class RunSettingTable
{
    private static Entry Test { get; } = Entry.Create(
        nameof(RunSettings.Test),
        settings => settings.Test,
        (settings, value) => settings with { Test = value }) with
    {
        Word = "test",
        Help = "What to measure on [default: the test part of the folder, if it has one]",
        HelpName = "PATH",
        IsPath = IsText,
        DecidesWeights = false,
    };

    private static Entry Data { get; } = Entry.Create(
        nameof(RunSettings.Data),
        settings => settings.Data,
        (settings, value) => settings with { Data = value }) with
    {
        Word = "data",
        Help = "What to learn from: a CSV file, an IDX images file, an .npz file, or a folder that holds MNIST or the sample under the usual "
            + "names [default: the embedded sample]",
        HelpName = "PATH",
        IsPath = IsText,
    };

    private static Entry ValidationData { get; } = Entry.Create(
        nameof(RunSettings.ValidationData),
        settings => settings.ValidationData,
        (settings, value) => settings with { ValidationData = value }) with
    {
        Word = "validation-data",
        IsPath = IsText,
    };

    private static Entry ValidationFraction { get; } = OfTrainer(TrainerSettings.ValidationFraction);

    /// <summary>A share or a file: typed as one option, kept as two.</summary>
    private static Entry Validation { get; } = Entry.Create(
        "Validation",
        settings => settings.ValidationData ?? settings.Options.ValidationFraction?.ToString(CultureInfo.InvariantCulture),
        (settings, value) => settings with
        {
            ValidationData = ValidationText.File(value),
            Options = settings.Options with { ValidationFraction = ValidationText.Fraction(value) },
        },
        value => string.IsNullOrWhiteSpace(value) ? "must be a share above 0 and below 1, or a file, not ''."
            : ValueRange.ShareOrNone(ValidationText.Fraction(value)) is not null ? $"must be a share above 0 and below 1, or a file, not {value}."
            : null) with
    {
        Word = "validation",
        Help = "Measure each epoch on records that are not learned from: a share of the training data to hold back, "
            + "such as 0.1, or a file",
        HelpName = "FRACTION|FILE",
        IsPath = value => ValidationText.File(value as string) is not null,
    };

    private static Entry Seed { get; } = Entry.Create(
        nameof(RunSettings.Seed),
        settings => settings.Seed,
        (settings, value) => settings with { Seed = value }) with
    {
        Word = "seed",
        Help = "Decides every random number; the same seed repeats a run [default: a random one, printed]",
        Title = "Seed",
        HasFixedDefault = false,
    };

    /// <summary>What a run folder keeps, and what decides the weights of a run.</summary>
    public static IReadOnlyList<Entry> Kept { get; } =
    [
        Data, Test, ValidationData, ValidationFraction, .. DataWords(), .. TrainerWords(), Seed,
    ];

    /// <summary>What is typed, in the order of the help.</summary>
    public static IReadOnlyList<Entry> Typed { get; } = [Data, Test, Validation, .. DataWords(), .. TrainerWords(), Seed];

    /// <summary>An entry's name as it is typed: <c>--batch-size</c>.</summary>
    public static string OptionName<T>(Setting<T> setting) => "--" + setting.Word;

    /// <summary>The name by which a person knows a property of the trainer's options.</summary>
    public static string NameOf(string property) => property switch
    {
        nameof(SigmoidNetworkOptions.ValidationFraction) => "--validation with a share",
        nameof(SigmoidNetworkOptions.ValidationSet) => "--validation with a file",
        _ => TrainerSettings.All.SingleOrDefault(setting => setting.Property == property) is { Word: not null } setting
            ? OptionName(setting)
            : property,
    };

    private static bool IsText(object? value) => value is string;

    private static IEnumerable<Entry> DataWords() => DataSettings.All.Select(setting => setting.In<RunSettings>(
        settings => settings.DataOptions, (settings, options) => settings with { DataOptions = options }));

    private static IEnumerable<Entry> TrainerWords() => TrainerSettings.All
        .Where(setting => setting.Word is not null && setting != TrainerSettings.ValidationFraction)
        .Select(OfTrainer);

    private static Entry OfTrainer(Setting<SigmoidNetworkOptions> setting)
        => setting.In<RunSettings>(settings => settings.Options, (settings, options) => settings with { Options = options });
}
