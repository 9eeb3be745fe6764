using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;
using Spectre.Console;

namespace MlNetDigits.Cli.Sweep;

/// <summary>Shows on standard error how a sweep goes: a line a finished training, and a bar below on a terminal.</summary>
/// <param name="write">Writes a line, which ends in a line feed.</param>
/// <param name="bar">The bar; null if there is none.</param>
internal sealed class SweepDisplay(Action<string> write, ProgressTask? bar) : IProgress<SweepProgress>
{
    /// <summary>Shows how the work goes while it runs.</summary>
    public static T Show<T>(ToolConsole console, SweepGrid grid, Interruption interruption, Func<SweepDisplay, T> work)
    {
        if (!console.ShowsBars)
            return work(new SweepDisplay(console.Error.Write, bar: null));

        var terminal = console.OpenTerminal(console.Error);
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => interruption.ToldBy(
                Write, () => work(new SweepDisplay(Write, context.AddTask(Describe(0, (int)grid.RunCount), maxValue: 1)))));

        void Write(string line) => terminal.Write(new Text(line));
    }

    /// <inheritdoc/>
    public void Report(SweepProgress value)
    {
        if (bar is not null)
        {
            bar.Description = Describe(value.RunsDone, value.Runs);
            bar.Value = value.Share;
        }

        if (value.Finished is { } finished)
            write(SweepLine.Render(finished, value.RunsDone, value.Runs));
    }

    private static string Describe(int done, int runs) => $"{done} of {runs} trainings";
}
