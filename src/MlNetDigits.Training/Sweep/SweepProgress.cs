namespace MlNetDigits.Training;

/// <summary>How far a sweep is, told after each epoch of each run, and once more when a run is finished.</summary>
/// <param name="Finished">The run that has just been finished; null after an epoch.</param>
/// <param name="RunsDone">How many runs are finished.</param>
/// <param name="Runs">How many runs there are.</param>
/// <param name="Share">
/// About which share of the work is done, in [0, 1]: an epoch counts as much as it has hidden nodes.
/// </param>
public sealed record SweepProgress(SweepRunResult? Finished, int RunsDone, int Runs, double Share);
