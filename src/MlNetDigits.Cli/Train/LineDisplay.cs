using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>A line an epoch, for logs.</summary>
internal sealed class LineDisplay(TextWriter error, int rows) : TrainingDisplay
{
    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
    }

    /// <inheritdoc/>
    public override void Completed(EpochReport report) => error.Write(EpochLine.Render(report, rows));
}
