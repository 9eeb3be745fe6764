using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Shows on standard error how training goes.</summary>
internal abstract class TrainingDisplay : IProgress<TrainingProgress>
{
    /// <summary>Shows bars on a terminal and plain lines elsewhere while the work runs.</summary>
    /// <param name="console">Where.</param>
    /// <param name="history">The epochs that are done already.</param>
    /// <param name="epochs">How many there are to be in all.</param>
    /// <param name="rows">The rows of the data.</param>
    /// <param name="isValidated">Whether epochs are validated.</param>
    /// <param name="interruption">What may say something meanwhile.</param>
    /// <param name="work">The work.</param>
    public static T Show<T>(
        ToolConsole console,
        TrainingHistory history,
        int epochs,
        int rows,
        bool isValidated,
        Interruption interruption,
        Func<TrainingDisplay, T> work)
    {
        console.Error.WriteLine(EpochTable.Header(isValidated));
        for (var done = 1; done <= history.Epochs.Length; done++)
            console.Error.WriteLine(EpochTable.LastRow(new TrainingHistory(history.Epochs[..done])));
        var left = epochs - history.Epochs.Length;
        var meter = new PaceMeter(console.Clock, rows, left);
        return console.ShowsBars
            ? BarDisplay.Show(console, meter, interruption, work)
            : work(new LineDisplay(console.Error, meter, left));
    }

    /// <summary>Training is so far.</summary>
    public abstract void Report(TrainingProgress value);

    /// <summary>Something stands in the way of a good result.</summary>
    /// <param name="warning">A sentence.</param>
    public abstract void Warn(string warning);

    /// <summary>An epoch is over.</summary>
    /// <param name="history">All epochs so far.</param>
    public abstract void Completed(TrainingHistory history);
}
