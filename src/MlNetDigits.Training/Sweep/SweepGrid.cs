using System.Collections.Immutable;
using static System.FormattableString;

namespace MlNetDigits.Training;

/// <summary>
/// Which settings a sweep tries: every combination of the hidden nodes, learning rates and numbers of epochs, each with
/// every seed. Immutable: <c>grid with { Seeds = 5 }</c> makes a variant.
/// </summary>
public sealed record SweepGrid
{
    /// <summary>More trainings than anybody waits for; a slip in a range asks for them.</summary>
    public const int MaxRuns = 100_000;

    /// <summary>The numbers of hidden nodes, each at least 1 and given once; 200 by default.</summary>
    public ImmutableArray<int> HiddenNodes { get; init; } = [200];

    /// <summary>The learning rates, each above 0 and given once; 0.1 by default.</summary>
    public ImmutableArray<float> LearningRates { get; init; } = [0.1f];

    /// <summary>
    /// The numbers of epochs, each at least 1 and given once; 5 by default. One run of the most epochs measures all of
    /// them: its weights after epoch <c>n</c> are those of a run of <c>n</c> epochs. Only one number can be tried with a
    /// <see cref="SigmoidNetworkOptions.Schedule"/>, which belongs to a whole run.
    /// </summary>
    public ImmutableArray<int> Epochs { get; init; } = [5];

    /// <summary>How often each setting is trained, each time with a seed of its own; at least 1, 3 by default.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>The first seed; the others count up from it. 1 by default.</summary>
    public int FirstSeed { get; init; } = 1;

    /// <summary>
    /// Everything that does not vary: rule, initialization, targets, batch size, shuffling, engine. With
    /// <see cref="SigmoidNetworkOptions.ValidationFraction"/> the accuracies are those of the records held back, which
    /// depend on the seed, and the test data is not looked at. What belongs to a single training, such as
    /// <see cref="SigmoidNetworkOptions.InitialWeights"/> or the callbacks, must be left as it is by default, and so
    /// must be <see cref="SigmoidNetworkOptions.Threads"/>: a run has one thread.
    /// </summary>
    public SigmoidNetworkOptions Options { get; init; } = new();

    /// <summary>The most epochs that are asked for, which is how many each run has.</summary>
    public int MostEpochs => Epochs.Max();

    /// <summary>All seeds, rising.</summary>
    public IEnumerable<int> AllSeeds => Enumerable.Range(FirstSeed, Seeds);

    /// <summary>How many trainings the grid needs.</summary>
    public long RunCount => (long)HiddenNodes.Length * LearningRates.Length * Seeds;

    /// <summary>Every training that the grid needs: by hidden nodes, then learning rate, then seed.</summary>
    public IEnumerable<SweepRun> Runs =>
        from hidden in HiddenNodes
        from rate in LearningRates
        from seed in AllSeeds
        select new SweepRun(hidden, rate, seed);

    /// <summary>The grid of one of its settings, with all its seeds.</summary>
    /// <param name="cell">The setting.</param>
    /// <returns>A smaller grid.</returns>
    public SweepGrid Only(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return this with
        {
            HiddenNodes = [cell.HiddenNodes],
            LearningRates = [cell.LearningRate],
            Epochs = [cell.Epochs],
        };
    }

    /// <summary>Everything that is wrong with the grid; empty if it can be run.</summary>
    /// <returns>The problems. Those of <see cref="Options"/> are of properties such as <c>Options.BatchSize</c>.</returns>
    public IReadOnlyList<OptionProblem> FindProblems()
    {
        OptionProblem[] problems =
        [
            .. InList(nameof(HiddenNodes), HiddenNodes, TrainerSettings.HiddenNodes),
            .. InList(nameof(LearningRates), LearningRates, TrainerSettings.LearningRate),
            .. InList(nameof(Epochs), Epochs, TrainerSettings.Epochs),
            .. OfSchedule(),
            .. OfSeeds(),
            .. OfASingleTraining().Select(name => OfOptions(new(name, "is for a single training; leave it out of a sweep."))),
            .. Options.FindProblems().Select(OfOptions),
        ];
        return problems.Length == 0 && RunCount > MaxRuns
            ? [new(nameof(Runs), $"would be {RunCount}, more than {MaxRuns}; use shorter lists or fewer seeds.")]
            : problems;
    }

    /// <summary>The options of one run.</summary>
    internal SigmoidNetworkOptions OptionsOf(SweepRun run)
        => Options with { HiddenNodes = run.HiddenNodes, LearningRate = run.LearningRate, Epochs = MostEpochs };

    private static OptionProblem OfOptions(OptionProblem problem)
        => new($"{nameof(Options)}.{problem.Property}", problem.Sentence);

    /// <summary>What the options themselves say of a value, and what only a list can be wrong in.</summary>
    private static IEnumerable<OptionProblem> InList<T>(
        string list, ImmutableArray<T> values, Setting<SigmoidNetworkOptions> setting)
        where T : struct
    {
        if (values.IsDefaultOrEmpty)
            return [new(list, "must have at least one value.")];
        return values.Select(value => setting.FindProblem(value)).OfType<string>()
            .Concat(values.GroupBy(value => value).Where(group => group.Count() > 1).Select(
                group => Invariant($"must have each value once, not {group.Key} {group.Count()} times.")))
            .Select(sentence => new OptionProblem(list, sentence));
    }

    private IEnumerable<OptionProblem> OfSchedule()
    {
        if (Epochs is { IsDefaultOrEmpty: false, Length: > 1 } && Options.Schedule != LearningRateSchedule.Constant)
            yield return new(nameof(Epochs), "must be one number with a schedule of the learning rate, which belongs to a whole run; sweep each number by itself.");
    }

    private IEnumerable<OptionProblem> OfSeeds()
    {
        if (Seeds < 1)
            yield return new(nameof(Seeds), $"must be at least 1, not {Seeds}.");
        if ((long)FirstSeed + Seeds - 1 > int.MaxValue)
            yield return new(nameof(FirstSeed), Invariant($"{FirstSeed} is too large for {Seeds} seeds that count up from it."));
    }

    private IEnumerable<string> OfASingleTraining()
    {
        var defaults = new SigmoidNetworkOptions();
        IEnumerable<(bool IsSet, string Name)> others =
        [
            (Options.InitialWeights is not null, nameof(Options.InitialWeights)),
            (Options.ResumeFrom is not null, nameof(Options.ResumeFrom)),
            (Options.ValidationSet is not null, nameof(Options.ValidationSet)),
            (Options.CheckpointReached is not null, nameof(Options.CheckpointReached)),
            (Options.EpochCompleted is not null, nameof(Options.EpochCompleted)),
            (Options.Progress is not null, nameof(Options.Progress)),
            (Options.CancellationToken.CanBeCanceled, nameof(Options.CancellationToken)),
        ];
        return TrainerSettings.All
            .Where(setting => setting.IsOfOneTraining && !Equals(setting.Get(Options), setting.Get(defaults)))
            .Select(setting => setting.Property)
            .Concat(others.Where(other => other.IsSet).Select(other => other.Name));
    }
}
