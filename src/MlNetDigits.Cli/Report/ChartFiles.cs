using System.Collections.Immutable;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Report;

/// <summary>Writes the charts of a report as files.</summary>
internal static class ChartFiles
{
    /// <summary>Writes all of them.</summary>
    /// <param name="content">What to draw.</param>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="format">What to write.</param>
    /// <returns>The files.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static ImmutableArray<string> Save(ReportContent content, string folder, ChartFormat format)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, chart) in ReportCharts.Of(content.Report, content.History))
        {
            var path = Path.Combine(folder, $"{name}.{format.ToString().ToLowerInvariant()}");
            chart.Save(path);
            files.Add(path);
        }

        return files.ToImmutable();
    }
}
