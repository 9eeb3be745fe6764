using System.CommandLine;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Data;

/// <summary><c>digits data sample</c>.</summary>
internal static class SampleCommand
{
    private const string DefaultFolder = "data";

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var folder = OptionKinds.Path(
            console.Folder, "--out", "FOLDER", $"Where the two files go [default: {DefaultFolder}]", path => OutputTarget.FindFolderProblem("--out", path));
        var sheet = OptionKinds.Path(
            console.Folder,
            "--from",
            "digits.png",
            "Make the sample anew from OpenCV's sheet of 5,000 digits [default: copy the embedded sample]");
        var json = CommonOptions.Json();
        var command = new Verb(
            "sample",
            "Writes the embedded sample: digits-train.csv (4,000 digits) and digits-test.csv (1,000 digits).",
            ("data sample --out my-data", "Get the sample as CSV files"),
            ("data sample --from digits.png --out data", "Make it again from the picture that it comes from"))
        {
            folder, sheet, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(folder) ?? console.Folder.Full(DefaultFolder), parsed.GetValue(sheet), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string folder, string? sheet, bool json, ToolConsole console)
    {
        var (train, test) = sheet is null ? Embedded() : FromSheet(sheet);
        (string Path, int Rows)[] written =
        [
            Write(Path.Combine(folder, "digits-train.csv"), train),
            Write(Path.Combine(folder, "digits-test.csv"), test),
        ];
        console.Output.Write(json
            ? Json.Render(new JsonObject
            {
                ["files"] = new JsonArray([.. written.Select(file => new JsonObject { ["path"] = console.Folder.Shown(file.Path), ["rows"] = file.Rows })]),
            })
            : string.Concat(written.Select(file => $"{console.Folder.Shown(file.Path)}  {file.Rows} rows\n")));
        return ExitCode.Done;
    }

    private static (string Path, int Rows) Write(string path, IEnumerable<DigitRecord> records)
        => (path, CsvFile.Write(path, records));

    // In memory, since the folder to write to may be the one to read from.
    private static (IReadOnlyList<DigitRecord> Train, IReadOnlyList<DigitRecord> Test) Embedded()
        => ([.. Read(DigitPart.Train)], [.. Read(DigitPart.Test)]);

    private static IEnumerable<DigitRecord> Read(DigitPart part)
        => DigitRecords.Read(DigitSource.Resolve(SampleFolder.Path, part));

    private static (IReadOnlyList<DigitRecord> Train, IReadOnlyList<DigitRecord> Test) FromSheet(string path)
    {
        var sample = SampleDigits.FromSheet(PictureFile.Read(path), path);
        return (sample.Train, sample.Test);
    }
}
