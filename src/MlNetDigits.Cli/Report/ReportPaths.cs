using MlNetDigits.Cli.Runs;

namespace MlNetDigits.Cli.Report;

/// <summary>The files of a report; null for those that were not named.</summary>
/// <param name="Model">The model.</param>
/// <param name="Data">What to measure on.</param>
/// <param name="History">How training went.</param>
/// <param name="Page">Where the page goes.</param>
internal sealed record ReportPaths(string? Model, string? Data, string? History, string? Page)
{
    /// <summary>The same, with the files of a run folder in place of those that were not named.</summary>
    public ReportPaths OrOf(string? run) => run is null ? this : new ReportPaths(
        Model ?? new RunFolder(run).Model,
        Data,
        History ?? new RunFolder(run).History,
        Page ?? new RunFolder(run).Report);
}
