using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Numerics;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>The options of <c>digits sweep</c> that make the grid.</summary>
/// <param name="folder">What relative paths start from.</param>
internal sealed class SweepOptions(WorkingFolder folder)
{
    private static readonly SweepGrid Defaults = new();

    private readonly Option<ImmutableArray<int>?> _hidden = List<int>(
        "--hidden",
        $"Numbers of hidden nodes [default: {string.Join(',', Defaults.HiddenNodes)}]",
        values =>
        [
            .. (Defaults with { HiddenNodes = values }).FindProblems(),
            .. values.Where(value => value > RunSettings.MaxHiddenNodes)
                .Select(value => new OptionProblem(nameof(SweepGrid.HiddenNodes), $"must be at most {RunSettings.MaxHiddenNodes}, not {value}.")),
        ]);

    private readonly Option<ImmutableArray<float>?> _rates = List<float>(
        "--learning-rate",
        string.Create(CultureInfo.InvariantCulture, $"Learning rates [default: the preset's, {Defaults.LearningRates[0]} for classic]"),
        values => (Defaults with { LearningRates = values }).FindProblems());

    private readonly Option<ImmutableArray<int>?> _epochs = List<int>(
        "--epochs",
        $"Numbers of epochs; only the most costs time; one number with --schedule [default: the preset's, {string.Join(',', Defaults.Epochs)} for classic]",
        values => (Defaults with { Epochs = values }).FindProblems());

    private readonly Option<int> _seeds = Number(
        "--seeds",
        "How often each setting is trained, with other random numbers",
        Defaults.Seeds,
        (grid, value) => grid with { Seeds = value });

    private readonly Option<int> _seed = Number(
        "--seed",
        "The first seed; the others count up from it",
        Defaults.FirstSeed,
        (grid, value) => grid with { FirstSeed = value, Seeds = 1 });

    private readonly Option<double?> _validation = new("--validation")
    {
        Description = "Choose on this share of the training data, such as 0.1, held back anew for each seed, and measure the "
            + "best setting on the test data at the end [default: choose on the test data]",
        HelpName = "FRACTION",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share);
            if (isNumber && share is > 0 and < 1)
                return share;
            result.AddError($"--validation must be a share above 0 and below 1, such as 0.1, not '{text}'.");
            return null;
        },
    };

    private readonly Option<string> _preset = PresetOption.Create();

    // What does not vary is told by the trainer's own table.
    private readonly IReadOnlyList<SettingOption<SigmoidNetworkOptions>> _fixed =
        SettingOption<SigmoidNetworkOptions>.All(FixedSettings, Defaults.Options, folder);

    /// <summary>The trainer's settings that a sweep takes as they are, the same for each training.</summary>
    public static IReadOnlyList<Setting<SigmoidNetworkOptions>> FixedSettings { get; } =
    [
        .. TrainerSettings.All.Where(setting => setting is { Word: not null, IsOfOneTraining: false })
            .Except([TrainerSettings.HiddenNodes, TrainerSettings.LearningRate, TrainerSettings.Epochs, TrainerSettings.ValidationFraction]),
    ];

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
    [
        _preset, _hidden, _rates, _epochs, _seeds, _seed, _validation, .. _fixed.Select(setting => setting.Option),
    ];

    /// <summary>The grid of a command line.</summary>
    /// <exception cref="UsageException">The parts are right, but not together.</exception>
    public SweepGrid Read(ParseResult parsed)
    {
        var basis = PresetOption.Read(parsed, _preset, Defaults.Options);
        var grid = new SweepGrid
        {
            HiddenNodes = parsed.GetValue(_hidden) ?? [basis.HiddenNodes],
            LearningRates = parsed.GetValue(_rates) ?? [basis.LearningRate],
            Epochs = parsed.GetValue(_epochs) ?? [basis.Epochs],
            Seeds = parsed.GetValue(_seeds),
            FirstSeed = parsed.GetValue(_seed),
            Options = SettingOption<SigmoidNetworkOptions>.Read(_fixed, parsed, basis) with
            {
                ValidationFraction = parsed.GetValue(_validation),
            },
        };
        if (grid.RunCount > SweepGrid.MaxRuns)
            throw new UsageException($"the grid needs {grid.RunCount} trainings, more than {SweepGrid.MaxRuns}; use shorter lists or fewer seeds");

        // Each value is right by itself: the parser has seen to it. What is left is values that do not go together.
        return grid.FindProblems() is [var problem, ..] ? throw new UsageException(problem.Describe(NameOf).TrimEnd('.')) : grid;
    }

    private static string NameOf(string property) => property switch
    {
        nameof(SweepGrid.FirstSeed) => "--seed",
        nameof(SweepGrid.Epochs) => "--epochs",
        _ => RunSettingTable.NameOf(property[(property.IndexOf('.', StringComparison.Ordinal) + 1)..]),
    };

    private static Option<ImmutableArray<T>?> List<T>(
        string name, string description, Func<ImmutableArray<T>, IEnumerable<OptionProblem>> findProblems)
        where T : struct, INumber<T>
        => new(name)
        {
            Description = description,
            HelpName = "LIST",
            CustomParser = result =>
            {
                var values = NumberList.Parse<T>(result.Tokens[0].Value, out var problem);
                var problems = problem is null
                    ? findProblems(values).Select(found => found.Describe(_ => name))
                    : [$"{name} {problem}."];
                foreach (var sentence in problems)
                    result.AddError(sentence);
                return values;
            },
        };

    private static Option<int> Number(string name, string description, int defaultValue, Func<SweepGrid, int, SweepGrid> set)
        => OptionKinds.Number(
            name,
            description,
            defaultValue,
            value => set(Defaults, value).FindProblems().Select(problem => problem.Describe(_ => name)));
}
