using System.Globalization;

namespace MlNetDigits.Cli.Train;

/// <summary>The epochs of a run as a table that gains a row an epoch; at most 80 columns wide.</summary>
internal static class EpochTable
{
    /// <summary>The head of the table.</summary>
    /// <param name="isValidated">Whether epochs are measured on records that are not learned from.</param>
    public static string Header(bool isValidated) => isValidated
        ? "epoch  training error  validation error  accuracy        seconds  records/s"
        : "epoch  training error  seconds  records/s";

    /// <summary>The last row of a history.</summary>
    public static string LastRow(TrainingHistory history)
    {
        var report = history.Epochs[^1];
        var before = history.Epochs.Length > 1 ? history.Epochs[^2].RecordsSeen : 0;
        var seconds = report.Duration.TotalSeconds;
        var validation = report.Validation is { } measured
            ? Invariant($"  {measured.Error,16:F5}  {measured.MicroAccuracy,8:F4}  {(IsBestSoFar(history) ? "best" : ""),4}")
            : "";

        // Beside a validation there is room for no more, and a row that is broken leaves rubbish among the bars.
        var note = report.IsComplete ? "" : report.Validation is null ? "  (cut short)" : "  cut";
        return Invariant(
            $"{report.Epoch,5}  {report.TrainingError,14:F5}{validation}  {seconds,7:F2}  {(report.RecordsSeen - before) / Math.Max(seconds, 1e-6),9:F0}{note}");
    }

    /// <summary>Whether the last epoch of a history is its best so far.</summary>
    public static bool IsBestSoFar(TrainingHistory history) => ReferenceEquals(history.Best, history.Epochs[^1]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
