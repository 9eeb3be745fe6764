using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>The settings of a sweep and their accuracies as a table of at most 80 columns.</summary>
internal static class SweepTable
{
    private const int Width = 80;
    private const char BestMark = '*';
    private const char IncompleteMark = '!';

    /// <summary>
    /// Renders the table: a line a setting if one thing varies at most; else the last of the two or three things that
    /// vary goes from left to right.
    /// </summary>
    public static string Render(SweepResult result)
    {
        SweepParameter[] varied = [.. SweepParameter.Of(result.Grid).Where(parameter => parameter.IsVaried)];
        var lines = varied.Length < 2 ? List(result, varied) : Matrix(result, varied);
        return string.Concat(lines.Select(line => line.TrimEnd() + "\n"));
    }

    /// <summary>What the numbers are.</summary>
    public static string Describe(SweepGrid grid)
        => grid.Seeds == 1 ? "one seed" : $"mean of {grid.Seeds} seeds ± standard deviation";

    /// <summary>What the marks mean, as far as the table has them; empty if it has none.</summary>
    public static string Marks(SweepResult result)
    {
        string[] marks =
        [
            .. result.Cells.Length > 1 && result.IsComplete(result.Best!) ? [$"{BestMark} the best"] : Array.Empty<string>(),
            .. result.Cells.All(result.IsComplete) ? Array.Empty<string>() : [$"{IncompleteMark} fewer seeds, - none"],
        ];
        return string.Join(", ", marks);
    }

    private static IEnumerable<string> List(SweepResult result, SweepParameter[] varied)
    {
        var head = varied is [var parameter] ? parameter.Word.PadLeft(8) : "";
        yield return $"{head}    mean  deviation    least     most  seeds";
        foreach (var cell in result.Cells)
        {
            var value = varied is [var one] ? one.ValueOf(cell).PadLeft(8) : "";
            var (spread, mark) = (cell.Accuracy, Mark(result, cell));
            var deviation = spread.StandardDeviation is { } known ? Percent(known) : "-";
            yield return $"{value}  {Percent(spread.Mean)}  {deviation,9}   {Percent(spread.Min)}   {Percent(spread.Max)}  {spread.Seeds,5} {mark}";
        }
    }

    private static IEnumerable<string> Matrix(SweepResult result, SweepParameter[] varied)
    {
        // Of two, the shorter one: its values have more room from left to right.
        var across = varied.Length == 2 && varied[0].Values.Length < varied[1].Values.Length ? varied[0] : varied[^1];
        SweepParameter[] down = [.. varied.Where(parameter => parameter != across)];
        var rowHeads = down.Select(Column).ToArray();
        var cellWidth = result.Grid.Seeds == 1 ? 9 : 14;
        var cells = result.Cells.ToDictionary(cell => Key([.. down.Select(parameter => parameter.ValueOf(cell))], across.ValueOf(cell)));
        var perBlock = Math.Max(1, (Width - rowHeads.Sum()) / cellWidth);
        foreach (var (block, values) in across.Values.Chunk(perBlock).Index())
        {
            if (block > 0)
                yield return "";
            var indent = new string(' ', rowHeads.Sum());
            yield return $"{indent}{across.Word.PadLeft(Math.Max(7, across.Word.Length))}";
            yield return string.Concat(down.Zip(rowHeads, (parameter, width) => parameter.Word.PadLeft(width)))
                + string.Concat(values.Select(value => value.PadLeft(7).PadRight(cellWidth)));
            foreach (var row in Rows(down))
            {
                yield return string.Concat(row.Zip(rowHeads, (value, width) => value.PadLeft(width)))
                    + string.Concat(values.Select(value => Cell(result, cells.GetValueOrDefault(Key(row, value))).PadRight(cellWidth)));
            }
        }
    }

    private static int Column(SweepParameter parameter)
        => Math.Max(7, parameter.Values.Append(parameter.Word).Max(text => text.Length) + 1);

    /// <summary>Every combination of the values that go from top to bottom.</summary>
    private static IEnumerable<ImmutableArray<string>> Rows(SweepParameter[] down)
        => down.Aggregate(
            (IEnumerable<ImmutableArray<string>>)[[]],
            (rows, parameter) => rows.SelectMany(row => parameter.Values.Select(value => row.Add(value))));

    private static string Key(ImmutableArray<string> row, string column) => string.Join('|', row.Append(column));

    private static string Cell(SweepResult result, SweepCell? cell) => cell switch
    {
        null => "      -",
        { Accuracy.StandardDeviation: { } deviation }
            => $" {Percent(cell.Accuracy.Mean)} ±{Percent(deviation).Trim()}{Mark(result, cell)}",
        _ => $" {Percent(cell.Accuracy.Mean)}{Mark(result, cell)}",
    };

    private static string Mark(SweepResult result, SweepCell cell)
        => (result.IsComplete(cell), result.Cells.Length > 1 && ReferenceEquals(cell, result.Best)) switch
        {
            (false, _) => $"{IncompleteMark}",
            (true, true) => $"{BestMark}",
            _ => "",
        };

    private static string Percent(double share)
        => (100 * share).ToString("F2", CultureInfo.InvariantCulture).PadLeft(6);
}
