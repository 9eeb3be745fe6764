using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>What a person reads after a sweep.</summary>
internal static class SweepText
{
    /// <summary>Renders an outcome.</summary>
    public static string Render(SweepOutcome outcome, WorkingFolder here)
    {
        var (plan, result, grid) = (outcome.Plan, outcome.Result, outcome.Plan.Grid);
        string[] lines =
        [
            Invariant($"Trained on      {SampleFolder.Describe(plan.Train, here)}, {outcome.TrainRows} rows"),
            MeasuredOn(outcome, here),
            .. Fixed(grid),
            $"Training        {Training(grid.Options)}",
            $"Seeds           {Seeds(grid.FirstSeed, grid.FirstSeed + grid.Seeds - 1)}",
            $"Trainings       {Trainings(outcome)}",
            .. SweepMissing.Describe(result).Select((text, i) => $"{(i == 0 ? "Interrupted" : ""),-16}{text}"),
            "",
            $"{Part(grid)} accuracy in per cent, {SweepTable.Describe(grid)}",
            .. SweepTable.Marks(result) is { Length: > 0 } marks ? [$"({marks})"] : Array.Empty<string>(),
            "",
            SweepTable.Render(result).TrimEnd('\n'),
            "",
            .. Best(outcome),
            .. outcome.Folder is { } folder ? [$"Written to      {here.Shown(folder)}"] : Array.Empty<string>(),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string MeasuredOn(SweepOutcome outcome, WorkingFolder here) => outcome.Plan.Grid.Options.ValidationFraction is { } fraction
        ? Invariant($"Measured on     {100 * fraction:0.##} % of these rows, held back anew for each seed")
        : Invariant($"Measured on     {SampleFolder.Describe(outcome.Plan.Test!, here)}, {outcome.TestRows} rows");

    private static string Part(SweepGrid grid) => grid.Options.ValidationFraction is null ? "Test" : "Validation";

    private static IEnumerable<string> Fixed(SweepGrid grid)
    {
        string[] single =
        [
            .. SweepParameter.Of(grid).Where(parameter => !parameter.IsVaried)
                .Select(parameter => parameter.Describe(parameter.Values[0])),
        ];
        return single.Length == 0 ? [] : [$"Fixed           {string.Join(", ", single)}"];
    }

    private static string Training(SigmoidNetworkOptions options)
        => string.Join(", ", SweepOptions.FixedSettings.Select(setting => setting.Phrase(setting.Get(options))).OfType<string>());

    private static string Seeds(int first, int last) => (last - first) switch
    {
        0 => Invariant($"{first}"),
        1 => Invariant($"{first} and {last}"),
        _ => Invariant($"{first} to {last}"),
    };

    private static string Trainings(SweepOutcome outcome)
    {
        var (result, grid) = (outcome.Result, outcome.Plan.Grid);
        var all = result.Missing.Length > 0 ? $"{result.Runs.Length} of {grid.RunCount}" : $"{result.Runs.Length}";
        var epochs = grid.MostEpochs == 1 ? "1 epoch" : $"{grid.MostEpochs} epochs";
        var seconds = Invariant($"{result.Duration.TotalSeconds:F1} s ({outcome.Seconds:F1} s with reading)");
        return $"{all}, {epochs} each, {result.Parallelism} at once: {seconds}";
    }

    private static IEnumerable<string> Best(SweepOutcome outcome)
    {
        var (result, best) = (outcome.Result, outcome.Result.Best!);
        if (result.Cells.Length > 1)
        {
            var setting = SweepParameter.Of(result.Grid).Select(parameter => parameter.Describe(parameter.ValueOf(best)));
            yield return $"Best            {string.Join(", ", setting)}: {Percent(best.Accuracy)}";
            if (best.Accuracy.StandardDeviation is { } deviation)
            {
                var least = best.Accuracy.Mean - deviation;
                yield return $"                {Near(result.Cells.Count(cell => cell != best && cell.Accuracy.Mean >= least))}";
            }
        }

        if (outcome.OnTest is { } tested)
            yield return $"On test data    {Percent(tested.Accuracy)}, trained on all rows; it had no say in this";
        else if (outcome.IsInterrupted && result.Missing.Length == 0)
            yield return "On test data    not measured: interrupted";
        else if (result.Grid.Options.ValidationFraction is null && result.Cells.Length > 1)
            yield return "                Chosen by test accuracy, hence optimistic: see --validation";
    }

    private static string Near(int count) => count switch
    {
        0 => "No other setting comes within a standard deviation of it",
        1 => "One other setting comes within a standard deviation of it",
        _ => Invariant($"{count} other settings come within a standard deviation of it"),
    };

    private static string Percent(SeedSpread spread) => spread.StandardDeviation is { } deviation
        ? Invariant($"{100 * spread.Mean:F2} % ± {100 * deviation:F2}")
        : Invariant($"{100 * spread.Mean:F2} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
