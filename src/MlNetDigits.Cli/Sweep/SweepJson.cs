using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>What a program reads after a sweep.</summary>
internal static class SweepJson
{
    /// <summary>Renders an outcome.</summary>
    public static string Render(SweepOutcome outcome, WorkingFolder folder)
    {
        var (plan, result) = (outcome.Plan, outcome.Result);
        return Json.Render(new JsonObject
        {
            ["warnings"] = Json.Texts(outcome.Warnings),
            ["data"] = Json.Paths(plan.Train.Files, folder),
            ["rows"] = outcome.TrainRows,
            ["test"] = plan.Test is null ? null : Json.Paths(plan.Test.Files, folder),
            ["testRows"] = outcome.TestRows,
            ["options"] = Options(plan.DataOptions, result.Grid),
            ["seeds"] = new JsonArray([.. result.Grid.AllSeeds.Select(seed => JsonValue.Create(seed))]),
            ["interrupted"] = outcome.IsInterrupted,
            ["trainings"] = result.Runs.Length,
            ["missing"] = new JsonArray([.. result.Missing.Select(Run)]),
            ["jobs"] = result.Parallelism,
            ["seconds"] = new JsonObject { ["sweep"] = result.Duration.TotalSeconds, ["total"] = outcome.Seconds },
            ["cells"] = new JsonArray([.. result.Cells.Select(Cell)]),
            ["best"] = Cell(result.Best!),
            ["bestOnTest"] = outcome.OnTest is { } tested ? Spread(tested.Accuracy) : null,
        });
    }

    private static JsonObject Options(DigitDataOptions data, SweepGrid grid) => new(
    [
        .. Members(DataSettings.All, data),
        .. Members(SweepOptions.FixedSettings, grid.Options),
        KeyValuePair.Create<string, JsonNode?>("validation", grid.Options.ValidationFraction),
    ]);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members<T>(IEnumerable<Setting<T>> settings, T options)
        => settings.Select(setting => KeyValuePair.Create(RunSettingsJson.Name(setting), SettingJson.ToJson(setting.Get(options))));

    private static JsonObject Run(SweepRun run) => new()
    {
        ["hidden"] = run.HiddenNodes,
        ["learningRate"] = run.LearningRate,
        ["seed"] = run.Seed,
    };

    private static JsonObject Cell(SweepCell cell) => new()
    {
        ["hidden"] = cell.HiddenNodes,
        ["learningRate"] = cell.LearningRate,
        ["epochs"] = cell.Epochs,
        ["accuracy"] = Spread(cell.Accuracy),
        ["error"] = Spread(cell.Error),
        ["trainingError"] = Spread(cell.TrainingError),
        ["right"] = new JsonArray([.. cell.Measurements.Select(measured => JsonValue.Create(measured.Right))]),
        ["rows"] = cell.Measurements[0].Rows,
    };

    private static JsonObject Spread(SeedSpread spread) => new()
    {
        ["seeds"] = spread.Seeds,
        ["mean"] = Json.Number(spread.Mean),
        ["standardDeviation"] = spread.StandardDeviation is { } deviation ? Json.Number(deviation) : null,
        ["min"] = Json.Number(spread.Min),
        ["max"] = Json.Number(spread.Max),
    };
}
