using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>What a program reads after training.</summary>
internal static class TrainJson
{
    /// <summary>Renders a result.</summary>
    public static string Render(TrainResult result)
    {
        var plan = result.Plan;
        return Json.Render(new JsonObject
        {
            ["model"] = plan.ModelPath,
            ["interrupted"] = result.Interrupted,
            ["seed"] = plan.Seed,
            ["data"] = Files(plan.Train),
            ["rows"] = result.TrainRows,
            ["options"] = Options(plan.Options),
            ["epochs"] = new JsonArray([.. result.Epochs.Select(Epoch)]),
            ["seconds"] = Seconds(result.Timings),
            ["peakMemoryBytes"] = result.Timings.PeakMemory,
            ["test"] = plan.Test is null ? null : Files(plan.Test),
            ["report"] = result.Report is null ? null : ReportJson.ToNode(result.Report),
        });
    }

    private static JsonArray Files(DigitSource source) => [.. source.Files.Select(file => JsonValue.Create(file))];

    private static JsonObject Options(SigmoidNetworkOptions options) => new()
    {
        ["hidden"] = options.HiddenNodes,
        ["learningRate"] = options.LearningRate,
        ["epochs"] = options.Epochs,
        ["batchSize"] = options.BatchSize,
        ["rule"] = options.UpdateRule.ToString().ToLowerInvariant(),
        ["init"] = options.Initialization.ToString().ToLowerInvariant(),
        ["shuffle"] = options.Shuffle,
        ["threads"] = options.Threads,
        ["stream"] = options.Streaming,
    };

    private static JsonObject Seconds(Timings timings) => new()
    {
        ["start"] = timings.Start,
        ["check"] = timings.Check,
        ["read"] = timings.Read,
        ["train"] = timings.Train,
        ["save"] = timings.Save,
        ["evaluate"] = timings.Evaluate,
        ["total"] = timings.Total,
    };

    private static JsonObject Epoch(EpochReport report) => new()
    {
        ["epoch"] = report.Epoch,
        ["recordsSeen"] = report.RecordsSeen,
        ["trainingError"] = Json.Number(report.TrainingError),
        ["seconds"] = report.Duration.TotalSeconds,
        ["complete"] = report.IsComplete,
    };
}
