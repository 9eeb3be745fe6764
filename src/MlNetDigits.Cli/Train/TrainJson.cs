using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;

namespace MlNetDigits.Cli.Train;

/// <summary>What a program reads after training.</summary>
internal static class TrainJson
{
    /// <summary>Renders a result.</summary>
    public static string Render(TrainResult result, WorkingFolder folder)
    {
        var plan = result.Plan;
        return Json.Render(new JsonObject
        {
            ["warnings"] = Json.Texts([.. result.DataWarnings, .. result.Summary.Warnings]),
            ["model"] = folder.Shown(result.ModelPath),
            ["runFolder"] = result.RunFolder is { } run ? folder.Shown(run) : null,
            ["checkpoint"] = plan.Places.Checkpoints is { } checkpoints ? folder.Shown(checkpoints.Path) : null,
            ["interrupted"] = result.IsInterrupted,
            ["stoppedEarly"] = result.Summary.StopReason == StopReason.StoppedEarly,
            ["modelEpoch"] = result.Summary.ModelEpoch!.Epoch,
            ["seed"] = plan.Settings.Seed,
            ["data"] = Json.Paths(plan.Train.Files, folder),
            ["rows"] = result.TrainRows,
            ["options"] = RunSettingsJson.ToNode(plan.Settings, folder),
            ["epochs"] = HistoryJson.ToNode(result.Summary.History),
            ["seconds"] = Seconds(result.Timings),
            ["peakMemoryBytes"] = result.Timings.PeakMemory,
            ["validation"] = plan.Validation is null ? null : Json.Paths(plan.Validation.Files, folder),
            ["test"] = plan.Test is null ? null : Json.Paths(plan.Test.Files, folder),
            ["report"] = result.Report is null ? null : ReportJson.ToNode(result.Report),
        });
    }

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
}
