using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MlNetDigits.Cli.Train;

/// <summary>Settings as JSON, and back.</summary>
internal static class TrainSettingsJson
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Settings as a node.</summary>
    public static JsonObject ToNode(TrainSettings settings) => JsonSerializer.SerializeToNode(settings, Names)!.AsObject();

    /// <summary>The settings of a node.</summary>
    /// <exception cref="JsonException">It holds something else.</exception>
    public static TrainSettings FromNode(JsonNode? node)
        => node.Deserialize<TrainSettings>(Names) ?? throw new JsonException("There are no settings.");
}
