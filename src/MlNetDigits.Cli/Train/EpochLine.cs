using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>An epoch in one line of a table.</summary>
internal static class EpochLine
{
    /// <summary>The head of the table.</summary>
    public const string Header = "epoch  training error  seconds  records/s\n";

    /// <summary>The line of an epoch.</summary>
    /// <param name="report">How it went.</param>
    public static string Render(EpochReport report)
    {
        var seconds = report.Duration.TotalSeconds;
        var note = report.IsComplete ? "" : "  (cut short)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Epoch,5}  {report.TrainingError,14:F5}  {seconds,7:F2}  {RecordsPerSecond(report),9:F0}{note}\n");
    }

    // The report counts the records of all epochs, and Elapsed is the time of all of them.
    private static double RecordsPerSecond(EpochReport report)
        => report.RecordsSeen / Math.Max(report.Elapsed.TotalSeconds, 1e-6);
}
