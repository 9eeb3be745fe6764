using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>A setting as an option of a command.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Option">What the parser knows.</param>
/// <param name="Value">Its value on a command line that gives it.</param>
internal sealed record SettingOption<TOwner>(
    Setting<TOwner> Setting, Option Option, Func<ParseResult, object?> Value)
{
    /// <summary>Makes the options of a table.</summary>
    /// <param name="settings">The table; each entry has a word.</param>
    /// <param name="defaults">Has the values that hold where nothing is given.</param>
    /// <param name="folder">Makes paths full.</param>
    public static IReadOnlyList<SettingOption<TOwner>> All(
        IEnumerable<Setting<TOwner>> settings, TOwner defaults, WorkingFolder folder)
        => [.. settings.Select(setting => Create(setting, setting.Get(defaults), folder))];

    /// <summary>The settings of a command line.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="basis">What holds where it says nothing.</param>
    public static TOwner Read(IEnumerable<SettingOption<TOwner>> options, ParseResult parsed, TOwner basis)
        => options
            .Where(option => parsed.GetResult(option.Option) is { Implicit: false })
            .Aggregate(basis, (settings, option) => option.Setting.Set(settings, option.Value(parsed)));

    private static SettingOption<TOwner> Create(Setting<TOwner> setting, object? byDefault, WorkingFolder folder)
    {
        var name = RunSettingTable.OptionName(setting);
        if (setting.ValueType == typeof(bool))
        {
            var flag = OptionKinds.Switch(name, setting.Help);
            return new(setting, flag, parsed => parsed.GetValue(flag));
        }

        var words = OptionText.Words(setting.ValueType);
        var option = new Option<string?>(name)
        {
            Description = setting.Help,
            HelpName = setting.HelpName ?? (words.Count > 0 ? string.Join('|', words) : "N"),
            CustomParser = result =>
            {
                var value = Parse(setting, result.Tokens[0].Value, folder, out var problem);
                if (problem is not null)
                    result.AddError($"{name} {problem}");
                return OptionText.Format(value);
            },
        };
        option.CompletionSources.Add([.. words]);

        if (byDefault is not null && setting.HasFixedDefault)
            option.DefaultValueFactory = _ => OptionText.Format(byDefault);
        return new(setting, option, parsed => OptionText.Parse(setting.ValueType, parsed.GetValue(option)!, out _));
    }

    private static object? Parse(Setting<TOwner> setting, string text, WorkingFolder folder, out string? problem)
    {
        var value = OptionText.Parse(setting.ValueType, text, out problem);
        problem ??= setting.FindProblem(value);
        if (value is string path && string.IsNullOrWhiteSpace(path))
            problem ??= "must name a file or folder.";
        return problem is null && value is string typed && setting.IsPath(typed) ? folder.Full(typed) : value;
    }
}
