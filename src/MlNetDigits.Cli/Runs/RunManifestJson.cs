using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;

namespace MlNetDigits.Cli.Runs;

/// <summary>The manifest of a run as JSON, and back. Documents of version 1, which did not say so, came in two forms.</summary>
internal static class RunManifestJson
{
    private const int Version = 2;
    private const string Settings = "settings";
    private const string LearnedFrom = "learnedFrom";
    private const string ValidatedOn = "validatedOn";
    private const string TestedOn = "testedOn";

    // A checkpoint folder of version 1 kept all files that the weights depend on as one list.
    private const string FilesOfVersion1 = "files";

    private static readonly string[] Members =
        ["version", "command", Settings, "model", "out", LearnedFrom, ValidatedOn, TestedOn, FilesOfVersion1];

    /// <summary>The document.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="command">The command that repeats the run, for people.</param>
    public static string Render(RunManifest manifest, string command) => Json.Render(new JsonObject
    {
        ["version"] = Version,
        ["command"] = command,
        [Settings] = RunSettingsJson.ToNode(manifest.Settings),
        ["model"] = manifest.Model,
        ["out"] = manifest.Out,
        [LearnedFrom] = FileDigestJson.ToNode(manifest.LearnedFrom),
        [ValidatedOn] = FileDigestJson.ToNode(manifest.ValidatedOn),
        [TestedOn] = FileDigestJson.ToNode(manifest.TestedOn),
    });

    /// <summary>The manifest of a document.</summary>
    /// <exception cref="FormatException">It is none, or one that this version does not know; the message says why.</exception>
    public static RunManifest Parse(string text)
    {
        try
        {
            var document = JsonNode.Parse(text) as JsonObject ?? throw new FormatException("it is no JSON object");
            var version = document["version"]?.GetValue<int>() ?? 1;
            if (version is < 1 or > Version)
                throw new FormatException($"its version is {version}, and this tool knows {Version} and the one before");
            if (document.FirstOrDefault(member => !Members.Contains(member.Key)).Key is { } unknown)
                throw new FormatException($"it has a member '{unknown}' that this version does not know");

            return new RunManifest(
                RunSettingsJson.FromNode(document[Settings]),
                Place(document, "model"),
                Place(document, "out"),
                Files(document, document[LearnedFrom] is null ? FilesOfVersion1 : LearnedFrom),
                version == 1 && document[ValidatedOn] is null ? [] : Files(document, ValidatedOn),
                version == 1 && document[TestedOn] is null ? [] : Files(document, TestedOn))
            {
                RemembersPlaces = version > 1,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(exception.Message.TrimEnd('.'), exception);
        }
    }

    private static ImmutableArray<FileDigest> Files(JsonObject document, string name)
        => FileDigestJson.FromNode(document[name]) is var files && !files.Any(file => string.IsNullOrWhiteSpace(file.Path))
            ? files
            : throw new FormatException($"'{name}' has an empty path");

    private static string? Place(JsonObject document, string name)
    {
        var place = document[name]?.GetValue<string>();
        return place is null || Path.IsPathFullyQualified(place)
            ? place
            : throw new FormatException($"'{name}' is '{place}', which is no full path");
    }
}
