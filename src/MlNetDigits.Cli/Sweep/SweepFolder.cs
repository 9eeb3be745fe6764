using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>The folder that keeps a sweep.</summary>
internal static class SweepFolder
{
    private const string RunsFile = "sweep.csv";
    private const string CellsFile = "summary.csv";
    private const string DocumentFile = "sweep.json";

    /// <summary>What is wrong with a folder, or null. Leaves nothing behind.</summary>
    public static string? FindProblem(string option, string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return $"{option} must name a folder";
        var taken = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order().FirstOrDefault(IsOurs)
            : null;
        return taken is null
            ? OutputTarget.FindFolderProblem(option, folder)
            : $"{option} '{folder}' holds a sweep already ({taken}), which is never overwritten; name another folder";
    }

    /// <summary>Writes tables and charts.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, SweepOutcome outcome)
    {
        AtomicFile.WriteText(Path.Combine(folder, RunsFile), SweepCsv.RenderRuns(outcome.Result));
        AtomicFile.WriteText(Path.Combine(folder, CellsFile), SweepCsv.RenderCells(outcome.Result));
        AtomicFile.WriteText(Path.Combine(folder, DocumentFile), SweepJson.Render(outcome));
        foreach (var (name, chart) in SweepCharts.Of(outcome.Result))
        {
            chart.ToChart().Save(Path.Combine(folder, name + ".png"));
            chart.ToChart().Save(Path.Combine(folder, name + ".svg"));
        }
    }

    private static bool IsOurs(string name)
        => name is RunsFile or CellsFile or DocumentFile
            || (Path.GetExtension(name) is ".png" or ".svg"
                && (name.StartsWith(SweepCharts.AccuracyPrefix, StringComparison.Ordinal)
                    || name.StartsWith(SweepCharts.ErrorPrefix, StringComparison.Ordinal)));
}
