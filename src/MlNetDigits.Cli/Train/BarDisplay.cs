using MlNetDigits.Training;
using Spectre.Console;

namespace MlNetDigits.Cli.Train;

/// <summary>A progress bar over all epochs, and above it a line for each that is over.</summary>
internal sealed class BarDisplay(IAnsiConsole console, ProgressTask bar, int rows) : TrainingDisplay
{
    /// <summary>Draws the bar while the work runs, and removes it.</summary>
    public static T Show<T>(TextWriter error, int epochs, int rows, Func<TrainingDisplay, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new BarDisplay(console, context.AddTask("Epoch 1", maxValue: (double)epochs * rows), rows)));
    }

    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
        bar.Description = $"Epoch {value.Epoch} of {value.Epochs}";
        bar.Value = ((value.Epoch - 1.0) * rows) + value.Records;
    }

    /// <inheritdoc/>
    public override void Completed(EpochReport report) => console.Write(new Text(EpochLine.Render(report, rows)));
}
