using System.Diagnostics;

namespace MlNetDigits.Training;

/// <summary>Trains the networks of a grid and measures them after each epoch.</summary>
public static class SweepRunner
{
    /// <summary>
    /// Runs a sweep. Each training has one thread, and several run at once; the results are the same to the last bit
    /// however many, and those of <see cref="SigmoidNetworkTrainer"/> with the same options and seed.
    /// </summary>
    /// <param name="grid">What to train.</param>
    /// <param name="data">
    /// What to learn from and to measure on: the test data, or what <see cref="SigmoidNetworkOptions.ValidationFraction"/>
    /// holds back.
    /// </param>
    /// <param name="parallelism">How many trainings run at once, at least 1; null for as many as there are cores.</param>
    /// <param name="progress">
    /// Told after each epoch of each training and when it is finished, by one thread at a time, but not always the same.
    /// </param>
    /// <param name="cancellationToken">
    /// Asks to stop soon. The trainings that are finished are kept, the others are in <see cref="SweepResult.Missing"/>.
    /// Seeds are done one after the other, so that what is there compares all settings. Nothing is thrown.
    /// </param>
    /// <returns>How each network does.</returns>
    /// <exception cref="ArgumentException">
    /// The grid cannot be run, or there is nothing to measure on; the message lists everything.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is below 1.</exception>
    /// <exception cref="TorchNotAvailableException">
    /// The Torch engine is asked for, and its native libraries cannot be loaded.
    /// </exception>
    public static SweepResult Run(
        SweepGrid grid,
        SweepData data,
        int? parallelism = null,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism ?? 1, 1, nameof(parallelism));
        if (FindProblems(grid, data).ToArray() is { Length: > 0 } problems)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(grid));

        // Torch's number of threads belongs to the process, and each of its trainings sets it and puts back what it found.
        // While it is 1 here, all of them find 1, in whatever order they end.
        using var torchThreads = grid.Options.Engine == TrainingEngine.Torch ? new TorchThreads(1) : null;
        var started = Stopwatch.GetTimestamp();
        var workers = (int)Math.Min(parallelism ?? Environment.ProcessorCount, grid.RunCount);
        var results = SweepThreads.Run(
            [.. grid.Runs.OrderBy(run => run.Seed).ThenByDescending(run => run.HiddenNodes)],
            workers,
            new SweepProgressReporter(grid, progress),
            (run, epochDone, stop) => RunOne(grid, data, run, epochDone, stop),
            cancellationToken);
        return new SweepResult(
            grid,
            [.. grid.Runs.Where(results.ContainsKey).Select(run => results[run])],
            [.. grid.Runs.Where(run => !results.ContainsKey(run))],
            workers,
            Stopwatch.GetElapsedTime(started));
    }

    private static IEnumerable<string> FindProblems(SweepGrid grid, SweepData data)
    {
        foreach (var problem in grid.FindProblems())
            yield return problem.ToString();
        if (data.Test is null && grid.Options.ValidationFraction is null)
            yield return $"There is nothing to measure on: give test data, or hold some back with {nameof(SigmoidNetworkOptions.ValidationFraction)}.";
        if (ImageShapes.FindProblem(grid.Options.Distortions, data.Shape, data.Training.Features) is { } shapeProblem)
            yield return shapeProblem;
        if (!grid.HiddenNodes.IsDefaultOrEmpty
            && (long)grid.HiddenNodes.Max() * Math.Max(data.Training.Features, data.Training.Classes) > LayerLimit.MostWeights)
        {
            yield return $"{grid.HiddenNodes.Max()} hidden nodes need more weights than a tensor can hold here; use fewer.";
        }
    }

    /// <summary>Trains once, for the most epochs.</summary>
    /// <returns>What was measured after each epoch; null if it was asked to stop before the end.</returns>
    private static SweepRunResult? RunOne(
        SweepGrid grid, SweepData data, SweepRun run, Action epochDone, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var (_, summary) = TrainingLoop.Run(
            TaskOf(grid, data, run, stop),
            progress: _ => { },
            report: report =>
            {
                if (report.IsComplete)
                    epochDone();
            },
            checkAlive: () => { });
        return summary.StopReason == StopReason.EpochsCompleted
            ? new SweepRunResult(run, [.. summary.History.Epochs.Select(SweepMeasurement.Of)], Stopwatch.GetElapsedTime(started))
            : null;
    }

    private static TrainingTask TaskOf(SweepGrid grid, SweepData data, SweepRun run, CancellationToken stop)
    {
        var options = grid.OptionsOf(run) with { CancellationToken = stop };
        var (training, measured) = options.ValidationFraction is { } fraction
            ? ValidationSplit.Draw(data.Training, fraction, run.Seed)
            : (RecordBlock.All(data.Training), RecordBlock.All(data.Test!));
        var start = WeightInitializer.Draw(
            data.Training.Features, run.HiddenNodes, data.Training.Classes, options.Initialization, run.Seed);
        return new TrainingTask(options, new MemorySource(training), measured, start, run.Seed)
        {
            Shape = ImageShapes.Used(options.Distortions, data.Shape),
        };
    }
}
