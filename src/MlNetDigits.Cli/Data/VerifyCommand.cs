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
            console.Folder, "PATH", "A CSV file, an IDX images file, an .npz file, or a folder with either or both parts");
        var dataOptions = new DataOptions(console.Folder);
        var json = CommonOptions.Json();
        var command = new Verb(
            "verify",
            "Reads every value of a data set; shows rows, digits and checksums, and whether it is MNIST as published.",
            ("data verify data/mnist", "Check both parts of MNIST"),
            ("data verify mine.csv", "Check a file of your own"))
        {
            path, json,
        };
        dataOptions.AddTo(command, after: null);
        command.SetAction(parsed =>
        {
            var findings = Verify(parsed.GetRequiredValue(path), dataOptions.Read(parsed));
            console.Output.Write(parsed.GetValue(json) ? RenderJson(findings, console.Folder) : RenderText(findings, console.Folder));
            return ExitCode.Done;
        });
        return command;
    }

    private static ImmutableArray<DigitVerification> Verify(string path, DigitDataOptions options)
    {
        DigitPart[] parts = [.. Enum.GetValues<DigitPart>().Where(part => DigitSource.FolderHas(path, part))];

        // A file has no parts; of a folder without either, the complaint lists what was looked for.
        return parts.Length == 0
            ? [DigitVerification.Verify(path, options: options)]
            : [.. parts.Select(part => DigitVerification.Verify(path, part, options: options))];
    }

    private static string RenderText(ImmutableArray<DigitVerification> findings, WorkingFolder folder)
        => string.Join('\n', findings.Select(found => RenderText(found, folder)));

    private static string RenderText(DigitVerification found, WorkingFolder folder)
    {
        var files = found.Files.Select(file => string.Create(
            CultureInfo.InvariantCulture,
            $"{folder.Shown(file.Path)}\n  {file.Bytes} bytes, MD5 of the content {file.Md5}\n  {(file.Published is { } published ? $"MNIST's {published.Name}, as published" : "not one of MNIST's published files")}\n"));
        var width = found.Classes.Names.Max(name => name.Length);
        var classes = found.Counts.PerClass.Zip(found.Classes.Names, (count, name) => string.Create(
            CultureInfo.InvariantCulture, $"  {name.PadLeft(width)}  {count,6}\n"));
        var each = found.Classes == DigitClasses.Digits ? "digit" : "class";
        return string.Concat(files)
            + (found.Csv is { } csv ? $"  {Describe(csv)}\n" : "")
            + string.Create(CultureInfo.InvariantCulture, $"  {found.Counts.Rows} rows, every value in order; of each {each}:\n")
            + string.Concat(classes);
    }

    private static string Describe(CsvForm csv)
    {
        var header = csv.HasHeader ? "columns with names" : "columns without names";
        var first = csv.FirstLine > 1 ? $", digits from line {csv.FirstLine} on" : "";
        var label = $"; the label is column {csv.LabelColumn}{(csv.LabelName is { } name ? $" '{name}'" : "")}";
        var skipped = csv.SkippedColumns.IsEmpty ? "" : $"; no pixels in column {string.Join(", ", csv.SkippedColumns)}";
        var order = csv.IsReordered ? ", put in the order of their names" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{header}{first}{label}{skipped}; pixels from {csv.Range.Background} to {csv.Range.Ink}{order}");
    }

    private static JsonObject RenderNode(CsvForm csv) => new()
    {
        ["hasHeader"] = csv.HasHeader,
        ["firstLine"] = csv.FirstLine,
        ["labelColumn"] = csv.LabelColumn,
        ["labelName"] = csv.LabelName,
        ["skippedColumns"] = new JsonArray([.. csv.SkippedColumns.Select(column => JsonValue.Create(column))]),
        ["background"] = csv.Range.Background,
        ["ink"] = csv.Range.Ink,
        ["reordered"] = csv.IsReordered,
    };

    private static string RenderJson(ImmutableArray<DigitVerification> findings, WorkingFolder folder) => Json.Render(new JsonObject
    {
        ["parts"] = new JsonArray([.. findings.Select(found => RenderNode(found, folder))]),
    });

    private static JsonObject RenderNode(DigitVerification found, WorkingFolder folder) => new()
    {
        ["rows"] = found.Counts.Rows,
        ["classNames"] = Json.Texts(found.Classes.Names),
        ["perClass"] = new JsonArray([.. found.Counts.PerClass.Select(count => JsonValue.Create(count))]),
        ["isPublished"] = found.IsPublished,
        ["csv"] = found.Csv is { } csv ? RenderNode(csv) : null,
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
