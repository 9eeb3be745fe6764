using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Shows on standard error how training goes.</summary>
internal abstract class TrainingDisplay : IProgress<TrainingProgress>
{
    /// <summary>Shows a bar on a terminal and plain lines elsewhere while the work runs.</summary>
    public static T Show<T>(ToolConsole console, int epochs, int rows, Func<TrainingDisplay, T> work)
    {
        console.Error.Write(EpochLine.Header);
        return console.ShowsBars
            ? BarDisplay.Show(console.Error, epochs, rows, work)
            : work(new LineDisplay(console.Error, rows));
    }

    /// <summary>Training is so far.</summary>
    public abstract void Report(TrainingProgress value);

    /// <summary>An epoch is over.</summary>
    public abstract void Completed(EpochReport report);
}
