using System.Globalization;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Inspect;

/// <summary>What is said of a picture of distortions: which digit, which numbers, and where it is.</summary>
internal static class DistortionReport
{
    /// <summary>For a person, within 80 columns but for names.</summary>
    public static string ToText(DistortionPlan plan, DistortedDigit digit, WorkingFolder folder)
    {
        string[] phrases = [.. DistortionSettings.Drawn.Select(setting => setting.Phrase(setting.Get(plan.Options))).OfType<string>()];
        string[] lines =
        [
            Invariant($"Digit           a {digit.Digit.Label}, number {plan.Record} of {SampleFolder.Describe(plan.Data, folder)}"),
            $"Distorted by    {(phrases.Length == 0 ? "nothing" : string.Join(", ", phrases))}",
            Invariant($"Seen            in epochs 1 to {digit.Epochs.Length} by training with these numbers and --seed {plan.Seed}"),
            $"Picture         {folder.Shown(plan.Picture)}",
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>For a program.</summary>
    public static string ToJson(DistortionPlan plan, DistortedDigit digit, WorkingFolder folder) => Json.Render(new JsonObject
    {
        ["data"] = Json.Paths(plan.Data.Files, folder),
        ["record"] = plan.Record,
        ["digit"] = digit.Digit.Label,
        ["seed"] = plan.Seed,
        ["epochs"] = digit.Epochs.Length,
        ["options"] = new JsonObject(DistortionSettings.Drawn.Select(setting => KeyValuePair.Create(
            RunSettingsJson.Name(setting), SettingJson.ToJson(setting.Get(plan.Options))))),
        ["written"] = Json.Paths([plan.Picture], folder),
    });

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
