using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Report;

/// <summary>What a program reads after a report was made.</summary>
internal static class ReportResultJson
{
    /// <summary>Renders a result.</summary>
    public static string Render(ReportResult result, WorkingFolder folder) => Json.Render(new JsonObject
    {
        ["warnings"] = Json.Texts(result.Content.Warnings),
        ["model"] = folder.Shown(result.Plan.ModelPath),
        ["page"] = folder.Shown(result.Plan.PagePath),
        ["charts"] = Json.Paths(result.Charts, folder),
        ["files"] = FileDigestJson.ToNode(result.Content.Files.Select(file => file.Digest)),
        ["report"] = ReportJson.ToNode(result.Content.Report),
    });
}
