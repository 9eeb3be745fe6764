using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>The command line that repeats a run.</summary>
internal static class RunCommandLine
{
    /// <summary>
    /// The command as it is typed in a folder, with the preset that leaves least to say, the options that differ from it,
    /// and the seed.
    /// </summary>
    public static string Render(RunSettings settings, WorkingFolder folder)
        => string.Join(' ', Enum.GetValues<Preset>()
            .Select(preset => Options(settings, preset, folder))
            .MinBy(options => options.Length)!
            .Prepend("digits train"));

    private static string[] Options(RunSettings settings, Preset preset, WorkingFolder folder)
    {
        var defaults = new RunSettings { Options = PresetOptions.Of(preset) };
        string[] named = preset == Preset.Classic ? [] : [$"{PresetOption.Name} {SettingWord.WordOf(preset)}"];
        return
        [
            .. named,
            .. RunSettingTable.Typed
                .Where(setting => !setting.HasFixedDefault || !Equals(setting.Get(settings), setting.Get(defaults)))
                .Select(setting => Option(setting, setting.Get(settings), folder)),
        ];
    }

    /// <summary>A path as it can be typed.</summary>
    public static string Quoted(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;

    private static string Option(Setting<RunSettings> setting, object? value, WorkingFolder folder)
    {
        var name = RunSettingTable.OptionName(setting);
        return value switch
        {
            true => name,
            string path when setting.IsPath(path) => $"{name} {Quoted(folder.Shown(path))}",
            _ => $"{name} {OptionText.Format(value)}",
        };
    }
}
