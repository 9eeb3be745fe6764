using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>One of the three things that a sweep varies.</summary>
/// <param name="Title">Its name in a chart or a sentence.</param>
/// <param name="Word">Its name as the head of a column and in a file's name.</param>
/// <param name="Unit">What stands around a value: <c>{0} nodes</c>.</param>
/// <param name="Values">Its values in the order of the grid, as they are typed.</param>
/// <param name="ValueOf">The value that a setting has.</param>
internal sealed record SweepParameter(
    string Title, string Word, string Unit, ImmutableArray<string> Values, Func<SweepCell, string> ValueOf)
{
    /// <summary>Whether the sweep tries several values.</summary>
    public bool IsVaried => Values.Length > 1;

    /// <summary>All three.</summary>
    public static ImmutableArray<SweepParameter> Of(SweepGrid grid) =>
    [
        new("hidden nodes", "hidden", "{0} nodes", Texts(grid.HiddenNodes), cell => Text(cell.HiddenNodes)),
        new("learning rate", "rate", "rate {0}", Texts(grid.LearningRates), cell => Text(cell.LearningRate)),
        new("epochs", "epochs", "{0} epochs", Texts(grid.Epochs), cell => Text(cell.Epochs)),
    ];

    /// <summary>A value with its unit.</summary>
    public string Describe(string value) => Unit == "{0} epochs" && value == "1"
        ? "1 epoch"
        : Unit.Replace("{0}", value, StringComparison.Ordinal);

    /// <summary>The value of a setting as a number, nearest to what was typed.</summary>
    public double NumberOf(SweepCell cell) => double.Parse(ValueOf(cell), CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Texts<T>(ImmutableArray<T> values)
        where T : IFormattable
        => [.. values.Select(value => Text(value))];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
