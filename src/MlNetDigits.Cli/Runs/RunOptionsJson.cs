using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Train;

namespace MlNetDigits.Cli.Runs;

/// <summary>The options of a run as JSON, and back.</summary>
internal static class RunOptionsJson
{
    /// <summary>The document.</summary>
    public static string Render(RunOptions options) => Json.Render(new JsonObject
    {
        ["command"] = options.Command,
        ["settings"] = TrainSettingsJson.ToNode(options.Settings),
        ["learnedFrom"] = FileDigestJson.ToNode(options.LearnedFrom),
        ["validatedOn"] = FileDigestJson.ToNode(options.ValidatedOn),
        ["testedOn"] = FileDigestJson.ToNode(options.TestedOn),
    });

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidInputException">It is not there, or holds something else.</exception>
    public static RunOptions Read(string path)
    {
        try
        {
            var document = JsonNode.Parse(File.ReadAllText(path));
            return new RunOptions(
                document?["command"]?.GetValue<string>() ?? throw new FormatException("There is no command."),
                TrainSettingsJson.FromNode(document["settings"]),
                FileDigestJson.FromNode(document["learnedFrom"]),
                FileDigestJson.FromNode(document["validatedOn"]),
                FileDigestJson.FromNode(document["testedOn"]));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(
                path, "is not there; give a folder that 'digits train --out' has made", innerException: exception);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidInputException(
                path, "does not hold the options of a run; give a folder that 'digits train --out' has made", innerException: exception);
        }
    }
}
