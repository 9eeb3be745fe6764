using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>A line an epoch, for logs.</summary>
internal sealed class LineDisplay(TextWriter error) : TrainingDisplay
{
    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
    }

    /// <inheritdoc/>
    public override void Completed(TrainingHistory history) => error.WriteLine(EpochTable.LastRow(history));
}
