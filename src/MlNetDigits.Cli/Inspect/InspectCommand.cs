using System.Collections.Immutable;
using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Inspect;

/// <summary><c>digits inspect</c>.</summary>
internal static class InspectCommand
{
    private const int DefaultLimit = 10;

    /// <summary>What counts as saturated, and how finely it is counted.</summary>
    public static InspectionOptions Options { get; } = new();

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var model = CommonOptions.Model(console.Folder);
        var data = OptionKinds.Path(
            console.Folder,
            "--data",
            "PATH",
            "Digits to show the network, to find saturated nodes: a CSV file, an IDX images file, an .npz file, or a folder [default: none]");
        var part = OptionKinds.Choice("--part", "Which part of a folder to show", DigitPart.Test);
        var dataOptions = new DataOptions(console.Folder);
        var output = OptionKinds.Path(
            console.Folder,
            "--out",
            "DIR|FILE.png",
            "The folder for weights.png, histograms (PNG and SVG) and nodes.csv; or the picture alone [default: none]",
            FindProblem);
        var sort = OptionKinds.Choice(
            "--sort", "The order of the hidden nodes in the list and on weights.png", NodeOrder.Norm);
        var limit = OptionKinds.Number(
            "--limit", "The most hidden nodes to list", DefaultLimit,
            value => value < 1 ? [$"--limit must be at least 1, not {value}."] : []);
        var columns = OptionKinds.OptionalNumber(
            "--columns", "The columns of weights.png [default: as many as suit]", least: 1);
        var distortions = new DistortionOptions(console.Folder);
        var json = CommonOptions.Json();
        var command = new Verb(
            "inspect",
            "Looks into a network: its weights, what its hidden nodes vote for and, with data, which are saturated. Or, with --distortions, at what training sees of a digit.",
            ("inspect", "The weights as text; no file is written"),
            ("inspect --data data --out inside", "... with saturated nodes on the sample's test part, and pictures"),
            ("inspect --model models/mnist.zip --sort class --out weights.png", "The nodes' weights by digit, as a picture"),
            ("inspect --distortions --out distortions.png", "A digit, and how 'digits train --preset accurate' distorts it"))
        {
            model, data, part, output, sort, limit, columns, json,
        };
        dataOptions.AddTo(command, after: part);
        foreach (var option in distortions.All)
            command.Options.Insert(command.Options.IndexOf(json), option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(sort)?.Tokens is [{ Value: "saturation" }] && result.GetValue(data) is null)
                result.AddError("--sort saturation needs --data");
            if (distortions.FindProblem(result, output, model, sort, limit, columns) is { } problem)
                result.AddError(problem);
        });
        command.SetAction(parsed => parsed.GetValue(distortions.Switch)
            ? DistortionInspection.Run(distortions.Read(parsed, data, part, dataOptions, output), parsed.GetValue(json), console)
            : Run(Plan(parsed), parsed.GetValue(json), CommonOptions.IsVerbose(parsed), console));
        return command;

        InspectPlan Plan(ParseResult parsed) => new(
            CommonOptions.ModelPath(parsed, model, console),
            parsed.GetValue(data) is { } path ? DigitSource.Resolve(path, parsed.Chosen<DigitPart>(part)) : null,
            dataOptions.Read(parsed),
            parsed.GetValue(output) is { } folder && !NamesPicture(folder) ? folder : null,
            parsed.GetValue(output) is { } picture && NamesPicture(picture) ? picture : null,
            parsed.Chosen<NodeOrder>(sort),
            parsed.GetValue(limit),
            parsed.GetValue(columns));
    }

    /// <summary>Whether a path is that of a picture alone, by its name.</summary>
    public static bool NamesPicture(string path)
        => Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase);

    private static string? FindProblem(string path)
        => string.IsNullOrWhiteSpace(path) ? "--out must name a folder or a .png file"
            : NamesPicture(path) ? OutputTarget.FindFileProblem("--out", path)
            : File.Exists(path) ? $"--out must name a folder or a .png file, but '{path}' is another file"
            : OutputTarget.FindFolderProblem("--out", path);

    private static int Run(InspectPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var ml = MlLog.Context(console, verbose);
        var model = ModelFile.LoadNetwork(ml, plan.ModelPath);
        var inspection = Inspect(ml, model, plan);
        var nodes = InspectedNode.Ordered(inspection, plan.Order);
        var result = new InspectResult(plan, model, inspection, nodes, Write(plan, model, inspection, nodes));
        console.Output.Write(json ? InspectJson.Render(result, console.Folder) : InspectText.Render(result, console));
        return ExitCode.Done;
    }

    private static ImmutableArray<string> Write(
        InspectPlan plan, NetworkModel model, NetworkInspection inspection, ImmutableArray<InspectedNode> nodes)
    {
        if (plan.Picture is { } picture)
        {
            WeightSheet.Of(model, nodes, plan.Columns).Save(picture);
            return [picture];
        }

        if (plan.Folder is not { } folder)
            return [];
        var files = InspectFiles.Render(model, inspection, nodes, plan.Columns);
        AtomicFile.WriteAll(folder, files);
        return [.. files.Select(file => Path.Combine(folder, file.Name))];
    }

    private static NetworkInspection Inspect(MLContext ml, NetworkModel model, InspectPlan plan)
    {
        if (plan.Data is null)
            return NetworkInspection.Of(model.Network.Weights, Options);

        // Checked once more as a model of digits: only such a one can be shown digits.
        var digits = ModelFile.Load(ml, plan.ModelPath);
        return NetworkInspection.Of(digits.Transformer, DigitData.Load(ml, plan.Data, ModelClasses.Of(digits, plan.DataOptions)).View, Options);
    }
}
