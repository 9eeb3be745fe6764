using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Data;

/// <summary><c>digits data verify</c>.</summary>
internal static class VerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var path = OptionKinds.PathArgument(
            console.Folder, "PATH", "A CSV file, an IDX images file, or a folder with either or both parts");
        var json = CommonOptions.Json();
        var command = new Verb(
            "verify",
            "Reads every value of a data set; shows rows, digits and checksums, and whether it is MNIST as published.",
            ("data verify data/mnist", "Check both parts of MNIST"),
            ("data verify mine.csv", "Check a file of your own"))
        {
            path, json,
        };
        command.SetAction(parsed =>
        {
            var findings = Verify(parsed.GetRequiredValue(path));
            console.Output.Write(parsed.GetValue(json) ? RenderJson(findings, console.Folder) : RenderText(findings, console.Folder));
            return ExitCode.Done;
        });
        return command;
    }

    private static ImmutableArray<DigitVerification> Verify(string path)
    {
        DigitPart[] parts = [.. Enum.GetValues<DigitPart>().Where(part => DigitSource.FolderHas(path, part))];

        // A file has no parts; of a folder without either, the complaint lists what was looked for.
        return parts.Length == 0
            ? [DigitVerification.Verify(path)]
            : [.. parts.Select(part => DigitVerification.Verify(path, part))];
    }

    private static string RenderText(ImmutableArray<DigitVerification> findings, WorkingFolder folder)
        => string.Join('\n', findings.Select(found => RenderText(found, folder)));

    private static string RenderText(DigitVerification found, WorkingFolder folder)
    {
        var files = found.Files.Select(file => string.Create(
            CultureInfo.InvariantCulture,
            $"{folder.Shown(file.Path)}\n  {file.Bytes} bytes, MD5 of the content {file.Md5}\n  {(file.Published is { } published ? $"MNIST's {published.Name}, as published" : "not one of MNIST's published files")}\n"));
        var classes = found.Counts.PerClass.Select((count, digit) => string.Create(
            CultureInfo.InvariantCulture, $"  {digit}  {count,6}\n"));
        return string.Concat(files)
            + string.Create(CultureInfo.InvariantCulture, $"  {found.Counts.Rows} rows, every value in order; of each digit:\n")
            + string.Concat(classes);
    }

    private static string RenderJson(ImmutableArray<DigitVerification> findings, WorkingFolder folder) => Json.Render(new JsonObject
    {
        ["parts"] = new JsonArray([.. findings.Select(found => RenderNode(found, folder))]),
    });

    private static JsonObject RenderNode(DigitVerification found, WorkingFolder folder) => new()
    {
        ["rows"] = found.Counts.Rows,
        ["perClass"] = new JsonArray([.. found.Counts.PerClass.Select(count => JsonValue.Create(count))]),
        ["isPublished"] = found.IsPublished,
        ["files"] = new JsonArray([.. found.Files.Select(file => new JsonObject
        {
            ["path"] = folder.Shown(file.Path),
            ["bytes"] = file.Bytes,
            ["contentBytes"] = file.ContentBytes,
            ["md5"] = file.Md5,
            ["published"] = file.Published?.Name,
        })]),
    };
}
