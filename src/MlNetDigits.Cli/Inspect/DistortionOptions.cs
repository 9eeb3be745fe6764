using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Inspect;

/// <summary><c>digits inspect --distortions</c>: its options, and what goes together.</summary>
internal sealed class DistortionOptions
{
    private const string Name = "--distortions";

    private readonly Option<int> _record = OptionKinds.Number(
        "--record", $"Which digit of the data to distort, from 1; with {Name}", 1,
        value => value < 1 ? [$"--record must be at least 1, not {value}."] : []);

    private readonly Option<int> _seed = OptionKinds.Number(
        "--seed", $"The seed of the run whose images are shown; with {Name}", 1, _ => []);

    private readonly IReadOnlyList<SettingOption<SigmoidNetworkOptions>> _settings;

    /// <summary>Makes them.</summary>
    public DistortionOptions(WorkingFolder folder)
        => _settings = SettingOption<SigmoidNetworkOptions>.All(DistortionSettings.Drawn, SigmoidNetworkOptions.Accurate, folder);

    /// <summary>Whether distortions are to be looked at, and not a model.</summary>
    public Option<bool> Switch { get; } = OptionKinds.Switch(
        Name, $"Draw a digit and what training sees in its place in epochs 1 to {DistortionPlan.Epochs}; reads no model. Needs --out FILE.png; --data is the embedded sample by default, and --part train");

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => [Switch, _record, _seed, .. _settings.Select(setting => setting.Option)];

    /// <summary>What is wrong with a command line as a whole; null if nothing is.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="output">Where the picture goes.</param>
    /// <param name="ofModels">What is of no use without a model.</param>
    public string? FindProblem(CommandResult result, Option<string?> output, params IEnumerable<Option> ofModels)
    {
        if (!result.GetValue(Switch))
            return All.FirstOrDefault(IsGiven) is { } lonely ? $"{lonely.Name} needs {Name}" : null;
        return ofModels.FirstOrDefault(IsGiven) is { } other ? $"{other.Name} is about a model, and {Name} reads none"
            : !IsGiven(output) ? $"{Name} needs --out, the .png file to draw"
            : InspectCommand.NamesPicture(result.GetValue(output)!) ? null
            : $"{Name} draws one picture; --out must name a .png file, not '{result.GetResult(output)!.Tokens[0].Value}'";

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }

    /// <summary>What a command line asks for.</summary>
    /// <param name="parsed">The command line; nothing is wrong with it.</param>
    /// <param name="data">The digits; the sample if none are named.</param>
    /// <param name="part">The part of a folder; that to learn from if none is named.</param>
    /// <param name="dataOptions">What is said of the digits.</param>
    /// <param name="output">Where the picture goes.</param>
    public DistortionPlan Read(
        ParseResult parsed, Option<string?> data, Option<string> part, DataOptions dataOptions, Option<string?> output) => new(
        DigitSource.Resolve(
            parsed.GetValue(data) ?? SampleFolder.Path,
            parsed.GetResult(part) is { Implicit: false } ? parsed.Chosen<DigitPart>(part) : DigitPart.Train),
        dataOptions.Read(parsed),
        parsed.GetValue(_record),
        parsed.GetValue(_seed),
        SettingOption<SigmoidNetworkOptions>.Read(_settings, parsed, SigmoidNetworkOptions.Accurate),
        parsed.GetValue(output)!);
}
