namespace MlNetDigits.Reporting;

/// <summary>A chart and the name that a file of it has.</summary>
/// <param name="Name">In lower case, with hyphens, without an extension.</param>
/// <param name="Chart">The chart.</param>
public sealed record NamedChart(string Name, Chart Chart);
