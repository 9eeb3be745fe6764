using System.Text.Json.Nodes;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Train;

/// <summary>The files of a run folder.</summary>
internal static class RunFiles
{
    /// <summary>Makes the folder and writes everything about a run into it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">What came of the run.</param>
    /// <param name="ml">The context.</param>
    /// <param name="model">The model.</param>
    /// <param name="schema">The columns that it takes.</param>
    /// <returns>The result, with the places of its files.</returns>
    /// <exception cref="IOException">The folder cannot be written; nothing is left behind.</exception>
    public static TrainResult Write(RunFolder folder, TrainResult result, MLContext ml, ITransformer model, DataViewSchema schema)
    {
        var made = folder.Create(path =>
        {
            ModelFile.Save(ml, model, schema, Path.Combine(path, RunFolder.ModelName));
            Write(path, "options.json", Json.Render(Options(result)));
            Write(path, "history.csv", HistoryCsv.Render(result.History));
            Write(path, "history.json", Json.Render(HistoryJson.ToNode(result.History)));
            if (result.Report is { } report)
                Write(path, "metrics.json", ReportJson.Render(report) + "\n");
        });
        return result with { ModelPath = result.Plan.Places.Model ?? Path.Combine(made.Path, RunFolder.ModelName), RunFolder = made.Path };
    }

    private static JsonObject Options(TrainResult result) => new()
    {
        ["command"] = TrainCommandLine.Render(result.Plan.Settings),
        ["settings"] = TrainSettingsJson.ToNode(result.Plan.Settings.WithFullPaths()),
        ["learnedFrom"] = Files(result.Plan.Train),
        ["validatedOn"] = result.Plan.Validation is { } validation ? Files(validation) : null,
        ["testedOn"] = result.Plan.Test is { } test ? Files(test) : null,
    };

    private static JsonArray Files(DigitSource source)
        => FileDigestJson.ToNode(source.Files.Select(file => FileDigest.Of(Path.GetFullPath(file))));

    private static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
