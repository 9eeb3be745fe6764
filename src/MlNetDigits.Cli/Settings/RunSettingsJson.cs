using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>Settings as JSON, and back: a member for each, named by its word in camel case.</summary>
internal static class RunSettingsJson
{
    /// <summary>Settings as a node.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folder">Makes paths what people are told of them; null to leave them full.</param>
    public static JsonObject ToNode(RunSettings settings, WorkingFolder? folder = null) => new(
        RunSettingTable.Kept.Select(setting => KeyValuePair.Create(
            Name(setting), SettingJson.ToJson(Shown(setting, setting.Get(settings), folder)))));

    /// <summary>The settings of a node; what it does not name has its default.</summary>
    /// <exception cref="JsonException">It holds something else, or a value that cannot be.</exception>
    public static RunSettings FromNode(JsonNode? node)
    {
        if (node is not JsonObject members)
            throw new JsonException("There are no settings.");
        var known = RunSettingTable.Kept.ToDictionary(Name);
        return members.Aggregate(new RunSettings(), (settings, member) => known.TryGetValue(member.Key, out var setting)
            ? setting.Set(settings, Checked(setting, SettingJson.FromJson(member.Value, setting.ValueType)))
            : throw new JsonException($"'{member.Key}' is no setting that this version knows."));
    }

    /// <summary>A word in camel case: <c>batchSize</c>.</summary>
    public static string Name<T>(Setting<T> setting)
        => string.Concat(setting.Word!.Split('-').Select((part, index) => index == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));

    private static object? Checked(Setting<RunSettings> setting, object? value)
        => value is string path && string.IsNullOrWhiteSpace(path) ? throw new JsonException($"'{Name(setting)}' is empty.")
            : setting.FindProblem(value) is { } problem ? throw new JsonException($"'{Name(setting)}' {problem}")
            : value;

    private static object? Shown(Setting<RunSettings> setting, object? value, WorkingFolder? folder)
        => folder is not null && value is string path && setting.IsPath(path) ? folder.Shown(path) : value;
}
