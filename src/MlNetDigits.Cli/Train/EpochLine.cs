using System.Globalization;

namespace MlNetDigits.Cli.Train;

/// <summary>An epoch in one line of a table.</summary>
internal static class EpochLine
{
    /// <summary>The head of the table.</summary>
    public const string Header = "epoch  training error  seconds  records/s\n";

    /// <summary>The line of an epoch.</summary>
    /// <param name="report">How it went.</param>
    /// <param name="rows">The records of a whole epoch.</param>
    public static string Render(EpochReport report, int rows)
    {
        var seconds = report.Duration.TotalSeconds;
        var note = report.IsComplete ? "" : "  (cut short)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Epoch,5}  {report.TrainingError,14:F5}  {seconds,7:F2}  {RecordsPerSecond(report, rows),9:F0}{note}\n");
    }

    // The report counts the records of all epochs.
    private static double RecordsPerSecond(EpochReport report, int rows)
        => (report.RecordsSeen - ((report.Epoch - 1L) * rows)) / Math.Max(report.Duration.TotalSeconds, 1e-6);
}
