using System.Globalization;

namespace MlNetDigits.Training;

/// <summary>Renders a sweep as CSV. The texts do not depend on the parallelism.</summary>
public static class SweepCsv
{
    /// <summary>The first line of <see cref="RenderRuns"/>.</summary>
    public const string RunsHeader = "hidden,learning_rate,epochs,seed,right,rows,accuracy,error,training_error";

    /// <summary>The first line of <see cref="RenderCells"/>.</summary>
    public const string CellsHeader = "hidden,learning_rate,epochs,seeds,mean,standard_deviation,min,max,best";

    /// <summary>
    /// Every measurement: a line for each finished training and epoch, also for epochs between those asked for.
    /// </summary>
    /// <param name="result">The sweep.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string RenderRuns(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var lines = result.Runs.SelectMany(run => run.Measurements.Select(measured => Line(run.Run, measured)));
        return $"{RunsHeader}\n{string.Concat(lines)}";
    }

    /// <summary>The accuracy of every setting over its seeds, a line each; the deviation of a single seed is empty.</summary>
    /// <param name="result">The sweep.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string RenderCells(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var best = result.Best;
        return $"{CellsHeader}\n{string.Concat(result.Cells.Select(cell => Line(cell, ReferenceEquals(cell, best))))}";
    }

    private static string Line(SweepRun run, SweepMeasurement measured) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.HiddenNodes},{run.LearningRate:R},{measured.Epochs},{run.Seed},{measured.Right},{measured.Rows},{measured.Accuracy:R},{measured.Error:R},{measured.TrainingError:R}\n");

    private static string Line(SweepCell cell, bool isBest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cell.HiddenNodes},{cell.LearningRate:R},{cell.Epochs},{cell.Accuracy.Seeds},{cell.Accuracy.Mean:R},{cell.Accuracy.StandardDeviation:R},{cell.Accuracy.Min:R},{cell.Accuracy.Max:R},{(isBest ? 1 : 0)}\n");
}
