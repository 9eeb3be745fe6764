using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>The command line that repeats a run.</summary>
internal static class RunCommandLine
{
    private static readonly RunSettings Defaults = new();

    /// <summary>The command as it is typed in a folder, with the options that differ from their defaults, and the seed.</summary>
    public static string Render(RunSettings settings, WorkingFolder folder)
        => string.Join(' ', RunSettingTable.Typed
            .Where(setting => !setting.HasFixedDefault || !Equals(setting.Get(settings), setting.Get(Defaults)))
            .Select(setting => Option(setting, setting.Get(settings), folder))
            .Prepend("digits train"));

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
