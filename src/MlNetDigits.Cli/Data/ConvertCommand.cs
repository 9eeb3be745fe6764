using System.CommandLine;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Data;

/// <summary><c>digits data convert</c>.</summary>
internal static class ConvertCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var from = OptionKinds.PathArgument(
            console.Folder, "FROM", "A CSV file, an IDX images file, an .npz file, or a folder that holds MNIST or the sample");
        var to = OptionKinds.PathArgument(
            console.Folder, "TO", "A name that ends in .csv; an images file such as t10k-images-idx3-ubyte.gz, packed if it ends in .gz; or, with --png, a folder");
        var part = OptionKinds.Choice("--part", "Which part of a folder to take", DigitPart.Train);
        var dataOptions = new DataOptions(console.Folder);
        var labels = OptionKinds.Path(
            console.Folder, "--labels", "FILE", "The labels file to write beside an images file [default: labels-idx1 for images-idx3]");
        var png = OptionKinds.Switch(
            "--png", "Write a PNG file for each digit into the folder TO, named by row and label: 00000_7.png");
        var take = OptionKinds.OptionalNumber(
            "--take", "How many digits to take from the start [default: all]", least: 1);
        var json = CommonOptions.Json();
        var command = new Verb(
            "convert",
            "Turns a data set from one format into another.",
            ("data convert data/mnist mnist_train.csv", "MNIST's training part as CSV"),
            ("data convert data/mnist mnist_test.csv --part test", "... and its test part"),
            ("data convert mine.csv mine-images-idx3-ubyte.gz", "CSV to IDX; writes mine-labels-idx1-ubyte.gz too"),
            ("data convert data pictures --part test --png --take 20", "Single digits to try 'digits predict' with"))
        {
            from, to, part, labels, png, take, json,
        };
        dataOptions.AddTo(command, after: part);
        command.Validators.Add(result =>
        {
            if (result.GetValue(to) is not { Length: > 0 } name)
                return;
            var target = AsTyped(name, result.GetResult(to)!.Tokens[0].Value);
            if (FindProblem(target, result.GetValue(png), result.GetValue(labels)) is { } problem)
                result.AddError(problem);
        });
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(to);
            var format = parsed.GetValue(png) ? ConvertFormat.Png : ConvertPlan.FormatOf(target)!.Value;
            var plan = new ConvertPlan(
                DigitSource.Resolve(parsed.GetRequiredValue(from), parsed.Chosen<DigitPart>(part)),
                dataOptions.Read(parsed),
                target,
                format == ConvertFormat.Idx ? parsed.GetValue(labels) ?? DigitFile.LabelsOf(target) : null,
                format,
                parsed.GetValue(take));
            return Run(plan, parsed.GetValue(json), console);
        });
        return command;
    }

    /// <summary>A full path, with a separator at its end if there was one: then it does not name a file.</summary>
    private static string AsTyped(string path, string typed)
        => Path.EndsInDirectorySeparator(typed) ? path + Path.DirectorySeparatorChar : path;

    private static string? FindProblem(string to, bool png, string? labels)
    {
        var format = ConvertPlan.FormatOf(to);
        if (labels is not null && (png || format is not ConvertFormat.Idx))
            return "--labels is for IDX, the only format with a file for the labels";
        if (png)
            return format is null ? OutputTarget.FindFolderProblem("TO", to) : $"--png writes into a folder, but '{to}' names a file";
        if (format is null)
            return $"'{to}' does not tell the format: end it in .csv, name it like t10k-images-idx3-ubyte, or add --png to make it a folder of pictures";
        return OutputTarget.FindFileProblem("TO", to)
            ?? (format is ConvertFormat.Idx ? FindLabelsProblem(to, labels ?? DigitFile.LabelsOf(to)) : null);
    }

    private static string? FindLabelsProblem(string to, string? labels)
    {
        if (labels is null)
            return $"'{to}' does not tell the name of the labels file: put images-idx3 into it, or add --labels";
        return labels == to
            ? "--labels and TO name the same file"
            : OutputTarget.FindFileProblem("--labels", labels);
    }

    private static int Run(ConvertPlan plan, bool json, ToolConsole console)
    {
        var rows = Conversion.Run(plan);
        string[] written = [.. ((string[])[plan.To, .. plan.Labels is { } labels ? [labels] : Array.Empty<string>()]).Select(console.Folder.Shown)];
        console.Output.Write(json
            ? Json.Render(new JsonObject { ["rows"] = rows, ["written"] = new JsonArray([.. written.Select(path => JsonValue.Create(path))]) })
            : $"{string.Join(" and ", written)}  {rows} digits\n");
        return ExitCode.Done;
    }
}
