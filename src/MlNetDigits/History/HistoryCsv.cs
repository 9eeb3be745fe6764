using System.Globalization;

namespace MlNetDigits;

/// <summary>Renders a training run as CSV, a line an epoch.</summary>
public static class HistoryCsv
{
    /// <summary>The first line: the names of the columns.</summary>
    public const string Header = "epoch,records_seen,training_error,validation_accuracy,validation_error,seconds,elapsed_seconds,complete,best";

    /// <summary>The whole history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>Lines that end in a line feed; what was not measured is empty.</returns>
    public static string Render(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var best = history.Best;
        return $"{Header}\n{string.Concat(history.Epochs.Select(epoch => Line(epoch, epoch == best)))}";
    }

    private static string Line(EpochReport epoch, bool isBest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{epoch.Epoch},{epoch.RecordsSeen},{epoch.TrainingError:R},{epoch.Validation?.MicroAccuracy:R},{epoch.Validation?.Error:R},{epoch.Duration.TotalSeconds:R},{epoch.Elapsed.TotalSeconds:R},{(epoch.IsComplete ? 1 : 0)},{(isBest ? 1 : 0)}\n");
}
