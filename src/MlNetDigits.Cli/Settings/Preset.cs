using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>Where the trainer's options start from, as one word.</summary>
internal enum Preset
{
    /// <summary>The classic network.</summary>
    Classic,

    /// <summary>The same network, trained as well as we know how.</summary>
    Accurate,
}

/// <summary>The presets' options.</summary>
internal static class PresetOptions
{
    /// <summary>The options of a preset.</summary>
    public static SigmoidNetworkOptions Of(Preset preset)
        => preset == Preset.Accurate ? SigmoidNetworkOptions.Accurate : SigmoidNetworkOptions.Classic;
}
