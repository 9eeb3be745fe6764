using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Digests of files as JSON, and back.</summary>
internal static class FileDigestJson
{
    /// <summary>An array with an object for each file.</summary>
    public static JsonArray ToNode(IEnumerable<FileDigest> files) =>
    [
        .. files.Select(file => new JsonObject
        {
            ["path"] = file.Path,
            ["bytes"] = file.Bytes,
            ["sha256"] = file.Sha256,
        }),
    ];

    /// <summary>The digests of an array.</summary>
    /// <exception cref="FormatException">It is no such array.</exception>
    /// <exception cref="InvalidOperationException">It is no such array.</exception>
    public static ImmutableArray<FileDigest> FromNode(JsonNode? node)
        => node is JsonArray files
            ? [.. files.Select(file => new FileDigest(Text(file, "path"), Value(file, "bytes").GetValue<long>(), Text(file, "sha256")))]
            : throw new FormatException("There are no files.");

    private static string Text(JsonNode? file, string name) => Value(file, name).GetValue<string>();

    private static JsonNode Value(JsonNode? file, string name)
        => file?[name] ?? throw new FormatException($"A file has no '{name}'.");
}
