using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>A line an epoch, for logs, and a line on how long all of it takes as soon as that can be told.</summary>
/// <param name="error">Where.</param>
/// <param name="meter">Measures how fast it goes.</param>
/// <param name="epochs">How many epochs are to be run.</param>
internal sealed class LineDisplay(TextWriter error, PaceMeter meter, int epochs) : TrainingDisplay
{
    private bool _isTold;

    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
        meter.Report(value);
        if (_isTold || meter.Pace.SecondsFor(meter.Total) is not { } seconds)
            return;
        _isTold = true;
        if (RunTimeText.Render(seconds, epochs) is { } line)
            error.WriteLine(line);
    }

    /// <inheritdoc/>
    public override void Warn(string warning) => error.WriteLine($"warning: {warning}");

    /// <inheritdoc/>
    public override void Completed(TrainingHistory history) => error.WriteLine(EpochTable.LastRow(history));
}
