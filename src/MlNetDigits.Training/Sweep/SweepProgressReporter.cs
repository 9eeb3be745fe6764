namespace MlNetDigits.Training;

/// <summary>Adds up how far the trainings of a sweep are, and tells the caller.</summary>
internal sealed class SweepProgressReporter(SweepGrid grid, IProgress<SweepProgress>? caller)
{
    private readonly Lock _lock = new();
    private readonly int _runs = (int)grid.RunCount;
    private readonly double _work = grid.Runs.Sum(run => (double)run.HiddenNodes) * grid.MostEpochs;
    private double _done;
    private int _runsDone;

    /// <summary>A run has done one more epoch.</summary>
    public void EpochDone(SweepRun run) => Tell(() => _done += run.HiddenNodes, finished: null);

    /// <summary>A run is finished.</summary>
    public void RunDone(SweepRunResult result) => Tell(() => _runsDone++, result);

    private void Tell(Action count, SweepRunResult? finished)
    {
        lock (_lock)
        {
            count();
            caller?.Report(new SweepProgress(finished, _runsDone, _runs, _done / _work));
        }
    }
}
