using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MlNetDigits.Cli.Settings;

/// <summary>The values of settings as JSON, and back, by their type alone.</summary>
internal static class SettingJson
{
    private static readonly JsonSerializerOptions Names = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>A value as JSON.</summary>
    public static JsonNode? ToJson(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), Names);

    /// <summary>The value of a JSON node.</summary>
    /// <exception cref="JsonException">It is of another type.</exception>
    public static object? FromJson(JsonNode? node, Type type)
        => node is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? throw new JsonException("A value is missing.")
            : node.Deserialize(type, Names);
}
