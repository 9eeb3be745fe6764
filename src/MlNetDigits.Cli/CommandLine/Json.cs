using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>JSON as the tool prints it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>An indented document that ends in a line feed.</summary>
    public static string Render(JsonNode node) => node.ToJsonString(Indented) + "\n";

    /// <summary>Full paths as people are told of them.</summary>
    public static JsonArray Paths(IEnumerable<string> paths, WorkingFolder folder)
        => [.. paths.Select(path => JsonValue.Create(folder.Shown(path)))];

    /// <summary>Texts as they are.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    /// <summary>What a class is called: a whole number as such, anything else as text.</summary>
    public static JsonValue Value(string name)
        => int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == name
                ? JsonValue.Create(number)
                : JsonValue.Create(name);

    /// <summary>A number, or null for what JSON has no number for.</summary>
    public static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
