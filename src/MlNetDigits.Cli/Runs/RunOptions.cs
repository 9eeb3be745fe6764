using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Train;

namespace MlNetDigits.Cli.Runs;

/// <summary>How a run was made: what its <c>options.json</c> holds.</summary>
/// <param name="Command">The command that repeats it.</param>
/// <param name="Settings">What decides its weights, with paths that mean the same from any folder.</param>
/// <param name="LearnedFrom">The data that it learned from.</param>
/// <param name="ValidatedOn">The data that each epoch was measured on, if it was data of its own.</param>
/// <param name="TestedOn">The data that the model was measured on at the end; empty if there was none.</param>
internal sealed record RunOptions(
    string Command,
    TrainSettings Settings,
    ImmutableArray<FileDigest> LearnedFrom,
    ImmutableArray<FileDigest> ValidatedOn,
    ImmutableArray<FileDigest> TestedOn)
{
    /// <summary>The options of a plan that has a run folder.</summary>
    public static RunOptions Of(TrainPlan plan, WorkingFolder folder) => new(
        TrainCommandLine.Render(plan.Settings, folder),
        plan.Settings,
        plan.Digests!.LearnedFrom,
        plan.Digests.ValidatedOn,
        plan.Digests.TestedOn);
}
