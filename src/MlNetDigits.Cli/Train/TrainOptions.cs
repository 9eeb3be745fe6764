using System.CommandLine;
using System.Numerics;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>The options of <c>digits train</c> that decide which weights it learns.</summary>
/// <param name="folder">What relative paths start from.</param>
internal sealed class TrainOptions(WorkingFolder folder)
{
    private static readonly TrainSettings Defaults = new();

    private readonly Option<string?> _data = OptionKinds.Path(
        folder,
        "--data",
        "PATH",
        "What to learn from: a CSV file, an IDX images file, or a folder that holds MNIST or the sample under the usual "
            + "names [default: the embedded sample]");

    private readonly Option<string?> _test = OptionKinds.Path(
        folder, "--test", "PATH", "What to measure on [default: the test part of the folder, if it has one]");

    private readonly Option<string?> _validation = ValidationOption.Create(folder);

    private readonly Option<int?> _earlyStopping = OptionKinds.OptionalNumber(
        "--early-stopping",
        "Stop after so many epochs without a better validation, and keep the best epoch's weights; needs --validation",
        least: 1);

    private readonly Option<int> _epochs = Number(
        "--epochs", "How often to go through the data", Defaults.Epochs, (options, value) => options with { Epochs = value });

    private readonly Option<int> _hidden = Number(
        "--hidden", "Hidden nodes", Defaults.Hidden, (options, value) => options with { HiddenNodes = value });

    private readonly Option<float> _rate = Number(
        "--learning-rate", "Learning rate", Defaults.LearningRate, (options, value) => options with { LearningRate = value });

    private readonly Option<int> _batch = Number(
        "--batch-size",
        "Records that make one update",
        Defaults.BatchSize,
        (options, value) => options with { BatchSize = value });

    private readonly Option<string> _rule = OptionKinds.Choice(
        "--rule",
        "How the weights change: the classic network's rule, or the gradient of the squared error",
        Defaults.Rule);

    private readonly Option<string> _init = OptionKinds.Choice(
        "--init",
        "How the weights are drawn: from (-0.5, 0.5), or normally with a deviation of 1/sqrt(inputs)",
        Defaults.Init);

    private readonly Option<bool> _shuffle = OptionKinds.Switch("--shuffle", "See the records in another order each epoch");

    private readonly Option<bool> _stream = OptionKinds.Switch(
        "--stream", "Read the data anew each epoch and keep little of it in memory; not with --shuffle");

    private readonly Option<int?> _seed = OptionKinds.OptionalNumber(
        "--seed", "Decides every random number; the same seed repeats a run [default: a random one, printed]");

    private readonly Option<int> _threads = Number(
        "--threads", "Threads to train with", Defaults.Threads, (options, value) => options with { Threads = value });

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
    [
        _data, _test, _validation, _earlyStopping, _epochs, _hidden, _rate, _batch, _rule, _init, _shuffle, _stream, _seed,
        _threads,
    ];

    /// <summary>The settings of a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="basis">What holds where it says nothing.</param>
    public TrainSettings Read(ParseResult parsed, TrainSettings basis)
    {
        var validation = Given(parsed, _validation) ? parsed.GetValue(_validation) : null;
        return basis with
        {
            Data = Given(parsed, _data) ? parsed.GetValue(_data) : basis.Data,
            Test = Given(parsed, _test) ? parsed.GetValue(_test) : basis.Test,
            ValidationFraction = validation is null ? basis.ValidationFraction : ValidationOption.Fraction(validation),
            ValidationData = validation is null ? basis.ValidationData : ValidationOption.File(validation),
            EarlyStopping = Given(parsed, _earlyStopping) ? parsed.GetValue(_earlyStopping) : basis.EarlyStopping,
            Epochs = Value(parsed, _epochs, basis.Epochs),
            Hidden = Value(parsed, _hidden, basis.Hidden),
            LearningRate = Value(parsed, _rate, basis.LearningRate),
            BatchSize = Value(parsed, _batch, basis.BatchSize),
            Rule = Given(parsed, _rule) ? parsed.Chosen<UpdateRule>(_rule) : basis.Rule,
            Init = Given(parsed, _init) ? parsed.Chosen<WeightInitialization>(_init) : basis.Init,
            Shuffle = Value(parsed, _shuffle, basis.Shuffle),
            Stream = Value(parsed, _stream, basis.Stream),
            Seed = Given(parsed, _seed) ? parsed.GetRequiredValue(_seed)!.Value : basis.Seed,
            Threads = Value(parsed, _threads, basis.Threads),
        };
    }

    private static T Value<T>(ParseResult parsed, Option<T> option, T otherwise)
        => Given(parsed, option) ? parsed.GetValue(option)! : otherwise;

    private static bool Given(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>A number that the trainer's own options judge.</summary>
    private static Option<T> Number<T>(
        string name, string description, T defaultValue, Func<SigmoidNetworkOptions, T, SigmoidNetworkOptions> set)
        where T : struct, INumber<T>
        => OptionKinds.Number(name, description, defaultValue, value => set(new SigmoidNetworkOptions(), value).FindProblems()
            .Select(problem => problem.Describe(_ => name)));
}
