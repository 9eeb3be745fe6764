using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Reporting;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>
/// The charts of a sweep: accuracy over each thing that varies, with a line for each value of another; what varies
/// besides is held at the best setting's value.
/// </summary>
internal static class SweepCharts
{
    private const string AccuracyPrefix = "accuracy-by-";

    private const string ErrorPrefix = "error-by-";

    private const int MostLines = 6;
    private const int MostErrorPairs = 4;

    // Beyond, an even axis would press the small values together.
    private const double LargestEvenRatio = 8;

    /// <summary>All charts that the sweep has data for, by file name without an ending.</summary>
    public static IEnumerable<(string Name, SpreadChart Chart)> Of(SweepResult result)
    {
        var parameters = SweepParameter.Of(result.Grid);
        foreach (var over in parameters.Where(parameter => parameter.IsVaried))
        {
            var others = parameters.Where(parameter => parameter.IsVaried && parameter != over).ToArray();
            if (others.Length == 0)
                yield return (AccuracyPrefix + over.Word, Accuracy(result, over, by: null));
            foreach (var by in others)
                yield return ($"{AccuracyPrefix}{over.Word}-and-{by.Word}", Accuracy(result, over, by));
        }

        // Over-fitting shows where the error on the records learned from falls on, and that on others does not.
        var (hidden, rate, epochs) = (parameters[0], parameters[1], parameters[2]);
        if (epochs.IsVaried)
        {
            var by = rate.IsVaried ? rate : hidden.IsVaried ? hidden : null;
            yield return (ErrorPrefix + epochs.Word, Error(result, epochs, by));
        }
    }

    private static SpreadChart Accuracy(SweepResult result, SweepParameter over, SweepParameter? by)
    {
        var lines = Lines(result, over, by, MostLines);
        var best = result.Best!;
        return new SpreadChart
        {
            Title = $"{Measured(result, "accuracy")} by {over.Title}",
            Note = Note(result, over, by, lines.Length),
            XLabel = Capital(over.Title),
            YLabel = $"{Measured(result, "accuracy")}, per cent",
            IsShare = true,
            IsLogarithmic = IsLogarithmic(over),
            Series =
            [
                .. lines.Select((line, i) => new SpreadSeries(line.Name, Points(line.Cells, over, cell => cell.Accuracy), i)),
            ],
            Highlight = lines.Any(line => line.Cells.Contains(best))
                ? new SpreadHighlight(
                    over.NumberOf(best),
                    best.Accuracy.Mean,
                    string.Create(CultureInfo.InvariantCulture, $"best: {100 * best.Accuracy.Mean:F2} %"))
                : null,
        };
    }

    private static SpreadChart Error(SweepResult result, SweepParameter over, SweepParameter? by)
    {
        var lines = Lines(result, over, by, MostErrorPairs);
        return new SpreadChart
        {
            Title = $"Training and {Measured(result, "error").ToLowerInvariant()} by {over.Title}",
            Note = Note(result, over, by, lines.Length),
            XLabel = Capital(over.Title),
            YLabel = result.Grid.Options.UpdateRule == UpdateRule.CrossEntropy ? "Mean cross-entropy of a record" : "Mean error of a record, ½ |t − o|²",
            IsLogarithmic = IsLogarithmic(over),
            Series =
            [
                .. lines.SelectMany((line, i) => new[]
                {
                    new SpreadSeries(
                        Measured(result, "") + Suffix(line.Name), Points(line.Cells, over, cell => cell.Error), i),
                    new SpreadSeries(
                        "Training" + Suffix(line.Name), Points(line.Cells, over, cell => cell.TrainingError), i, IsHollow: true),
                }),
            ],
        };

        static string Suffix(string name) => name.Length == 0 ? "" : $", {name}";
    }

    /// <summary>The cells of each line; of too many lines, evenly chosen ones.</summary>
    private static ImmutableArray<(string Name, ImmutableArray<SweepCell> Cells)> Lines(
        SweepResult result, SweepParameter over, SweepParameter? by, int most)
    {
        var best = result.Best!;
        var held = Held(result, over, by).ToArray();
        var cells = result.Cells
            .Where(cell => held.All(parameter => parameter.ValueOf(cell) == parameter.ValueOf(best)))
            .ToArray();
        if (by is null)
            return [("", [.. cells])];
        var groups = cells.GroupBy(by.NumberOf).OrderBy(group => group.Key)
            .Select(group => (Name: by.Describe(by.ValueOf(group.First())), Cells: group.ToImmutableArray()))
            .ToArray();
        var shown = Math.Min(most, groups.Length);
        return
        [
            .. Enumerable.Range(0, shown)
                .Select(i => shown == 1 ? 0 : (int)Math.Round(i * (groups.Length - 1.0) / (shown - 1)))
                .Select(i => groups[i]),
        ];
    }

    /// <summary>What is neither on the horizontal axis nor told apart by lines.</summary>
    private static IEnumerable<SweepParameter> Held(SweepResult result, SweepParameter over, SweepParameter? by)
        => SweepParameter.Of(result.Grid).Where(parameter => parameter.Word != over.Word && parameter.Word != by?.Word);

    private static ImmutableArray<SpreadPoint> Points(
        ImmutableArray<SweepCell> cells, SweepParameter over, Func<SweepCell, SeedSpread> spreadOf)
        =>
        [
            .. cells.Select(cell => (X: over.NumberOf(cell), Spread: spreadOf(cell)))
                .Select(point => new SpreadPoint(point.X, point.Spread.Mean, point.Spread.Min, point.Spread.Max))
                .OrderBy(point => point.X),
        ];

    private static string Note(SweepResult result, SweepParameter over, SweepParameter? by, int lines)
    {
        var held = Held(result, over, by).Select(parameter => parameter.Describe(parameter.ValueOf(result.Best!)));
        var seeds = result.Grid.Seeds == 1 ? "one seed" : $"mean of {result.Grid.Seeds} seeds, band: lowest to highest";
        var shown = by is not null && lines < by.Values.Length ? $"{lines} of {by.Values.Length} lines" : "";
        return string.Join("; ", new[] { string.Join(", ", held), seeds, shown }.Where(part => part.Length > 0));
    }

    private static string Measured(SweepResult result, string what)
        => $"{(result.Grid.Options.ValidationFraction is null ? "Test" : "Validation")} {what}".TrimEnd();

    private static bool IsLogarithmic(SweepParameter over)
    {
        double[] values = [.. over.Values.Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        return over.Word == "rate" || (over.Word == "hidden" && values.Max() > LargestEvenRatio * values.Min());
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
