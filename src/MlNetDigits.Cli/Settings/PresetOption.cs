using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary><c>--preset</c>: the trainer's options that those of the command line are set after.</summary>
internal static class PresetOption
{
    /// <summary>What is typed.</summary>
    public const string Name = "--preset";

    /// <summary>Makes the option.</summary>
    public static Option<string> Create() => OptionKinds.Choice(
        Name,
        "Where the options below start from: the classic network, or the same one trained as well as we know how (30 epochs of distorted digits; more are better)",
        Preset.Classic);

    /// <summary>The options of the preset, if one is given; else those that hold without.</summary>
    public static SigmoidNetworkOptions Read(ParseResult parsed, Option<string> preset, SigmoidNetworkOptions basis)
        => parsed.GetResult(preset) is { Implicit: false } ? PresetOptions.Of(parsed.Chosen<Preset>(preset)) : basis;
}
