using System.Collections.Immutable;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Report;

/// <summary>A report that was made.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Content">What it shows.</param>
/// <param name="PageBytes">The size of the page.</param>
/// <param name="Charts">The files of charts.</param>
internal sealed record ReportResult(ReportPlan Plan, ReportContent Content, long PageBytes, ImmutableArray<string> Charts);
