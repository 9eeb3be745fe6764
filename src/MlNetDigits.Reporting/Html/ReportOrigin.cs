namespace MlNetDigits.Reporting;

/// <summary>How a report was made. Nothing is looked up: whoever makes the report knows.</summary>
/// <param name="Made">When.</param>
/// <param name="CommandLine">The command that makes it again; null if there is none.</param>
/// <param name="Version">The program and its version; null to leave it out.</param>
/// <param name="Machine">The machine and its system; null to leave it out.</param>
public sealed record ReportOrigin(
    DateTimeOffset Made, string? CommandLine = null, string? Version = null, string? Machine = null);
