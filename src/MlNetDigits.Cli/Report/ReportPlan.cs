using MlNetDigits.Cli.Runs;

namespace MlNetDigits.Cli.Report;

/// <summary>A report to make, checked.</summary>
/// <param name="Title">The page's heading.</param>
/// <param name="ModelPath">The model.</param>
/// <param name="Data">What to measure it on.</param>
/// <param name="DataOptions">What is said of that.</param>
/// <param name="Run">How the model was made; null if it is not known.</param>
/// <param name="HistoryPath">How training went; null if it is not known.</param>
/// <param name="PagePath">Where the page goes.</param>
/// <param name="ChartFolder">Where the charts go as files; null for nowhere.</param>
/// <param name="Format">What they are written as.</param>
/// <param name="CommandLine">The command that was typed.</param>
internal sealed record ReportPlan(
    string Title,
    string ModelPath,
    DigitSource Data,
    DigitDataOptions DataOptions,
    RunManifest? Run,
    string? HistoryPath,
    string PagePath,
    string? ChartFolder,
    ChartFormat Format,
    string CommandLine);
