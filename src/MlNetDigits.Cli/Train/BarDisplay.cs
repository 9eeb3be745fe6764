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
/// <param name="meter">Measures how fast it goes.</param>
internal sealed class BarDisplay(IAnsiConsole console, ProgressContext bars, PaceMeter meter) : TrainingDisplay
{
    private ProgressTask? _all;
    private ProgressTask? _current;
    private int _epoch;

    /// <summary>Draws the bars while the work runs, and removes them.</summary>
    public static T Show<T>(ToolConsole tool, PaceMeter meter, Interruption interruption, Func<TrainingDisplay, T> work)
    {
        var console = tool.OpenTerminal(tool.Error);
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 20 },
                new PercentageColumn(),
                new RecordsPerSecondColumn(),
                new TimeLeftColumn())
            .Start(context => interruption.ToldBy(
                line => console.Write(new Text(line)),
                () => work(new BarDisplay(console, context, meter))));
    }

    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
        var records = meter.Report(value);
        _all ??= bars.AddTask("Training", maxValue: meter.Total);

        if (value.Epoch != _epoch)
        {
            // A bar of its own for each epoch, which stands still when it is full.
            Finish(_current);
            _epoch = value.Epoch;
            _current = bars.AddTaskBefore($"Epoch {value.Epoch} of {value.Epochs}", _all, maxValue: records);
            _current.HideWhenCompleted = true;
        }

        Move(_current!, value.Records, records);
        Move(_all, meter.Done, meter.Total);
    }

    /// <inheritdoc/>
    public override void Warn(string warning) => console.Write(new Text($"warning: {warning}\n"));

    /// <inheritdoc/>
    public override void Completed(TrainingHistory history)
        => console.Write(new Text(EpochTable.LastRow(history) + "\n", EpochTable.IsBestSoFar(history) ? new Style(Color.Green) : Style.Plain));

    private void Move(ProgressTask bar, long done, long all)
    {
        // How many there are is known better after an epoch of streamed data.
        bar.MaxValue = all;
        bar.Value = done;
        new ShownPace(meter.Pace.RecordsPerSecond, meter.Pace.SecondsFor(Math.Max(all - done, 0))).Put(bar);
    }

    private static void Finish(ProgressTask? bar)
    {
        if (bar is not null)
            bar.Value = bar.MaxValue;
    }
}
