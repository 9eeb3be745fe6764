using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;
using Spectre.Console;

namespace MlNetDigits.Cli.Train;

/// <summary>
/// Two progress bars, one for the epoch and one for all of training, with records a second and the time left; above them
/// a row for each epoch that is over.
/// </summary>
/// <param name="console">The terminal.</param>
/// <param name="bars">Where the bars are.</param>
/// <param name="rows">The records of an epoch, if training does not know better.</param>
/// <param name="epochs">How many epochs are to be run.</param>
internal sealed class BarDisplay(IAnsiConsole console, ProgressContext bars, int rows, int epochs)
    : TrainingDisplay
{
    private ProgressTask? _all;
    private ProgressTask? _current;
    private int _first;
    private int _epoch;

    /// <summary>Draws the bars while the work runs, and removes them.</summary>
    public static T Show<T>(
        ToolConsole tool, int rows, int epochs, Interruption interruption, Func<TrainingDisplay, T> work)
    {
        var console = tool.OpenTerminal(tool.Error);
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 20 },
                new PercentageColumn(),
                new RecordsPerSecondColumn(),
                new RemainingTimeColumn())
            .Start(context => interruption.ToldBy(
                line => console.Write(new Text(line)),
                () => work(new BarDisplay(console, context, rows, epochs))));
    }

    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
        var records = value.RecordsPerEpoch ?? rows;
        if (_all is null)
        {
            _first = value.Epoch;
            _all = bars.AddTask("Training", maxValue: (double)records * epochs);
        }

        if (value.Epoch != _epoch)
        {
            // A bar of its own for each epoch: one that jumps back would forget how fast it is.
            Finish(_current);
            _epoch = value.Epoch;
            _current = bars.AddTaskBefore($"Epoch {value.Epoch} of {value.Epochs}", _all, maxValue: records);
            _current.HideWhenCompleted = true;
        }

        _current!.Value = value.Records;
        _all.Value = ((double)(value.Epoch - _first) * records) + value.Records;
    }

    /// <inheritdoc/>
    public override void Completed(TrainingHistory history)
        => console.Write(new Text(EpochTable.LastRow(history) + "\n", EpochTable.IsBestSoFar(history) ? new Style(Color.Green) : Style.Plain));

    private static void Finish(ProgressTask? bar)
    {
        if (bar is not null)
            bar.Value = bar.MaxValue;
    }
}
