using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>The files of a sweep.</summary>
internal static class SweepFiles
{
    private const string RunsFile = "sweep.csv";
    private const string CellsFile = "summary.csv";
    private const string DocumentFile = "sweep.json";

    /// <summary>Writes tables and charts into a folder.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, SweepOutcome outcome, WorkingFolder here)
    {
        File.WriteAllText(Path.Combine(folder, RunsFile), SweepCsv.RenderRuns(outcome.Result));
        File.WriteAllText(Path.Combine(folder, CellsFile), SweepCsv.RenderCells(outcome.Result));
        File.WriteAllText(Path.Combine(folder, DocumentFile), SweepJson.Render(outcome, here));
        foreach (var (name, chart) in SweepCharts.Of(outcome.Result))
        {
            chart.ToChart().Save(Path.Combine(folder, name + ".png"));
            chart.ToChart().Save(Path.Combine(folder, name + ".svg"));
        }
    }
}
