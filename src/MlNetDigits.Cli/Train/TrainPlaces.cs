using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Train;

/// <summary>Where the results of a run go; full paths.</summary>
/// <param name="Model">The model file; null if it goes into <paramref name="Run"/>.</param>
/// <param name="Run">The run folder; null for none.</param>
/// <param name="Checkpoints">Where each epoch is kept, to resume from; null for nowhere.</param>
internal sealed record TrainPlaces(string? Model, NewFolder? Run, CheckpointFolder? Checkpoints)
{
    /// <summary>Finds out what the options by themselves do not tell.</summary>
    /// <param name="resumes">Whether the run goes on from a checkpoint.</param>
    /// <exception cref="UsageException">The model cannot be written, or places get in each other's way.</exception>
    public void Check(bool resumes)
    {
        // A default is not parsed, so nothing has looked at it yet.
        if (Model is not null && OutputTarget.FindFileProblem("--model", Model) is { } problem)
            throw new UsageException(problem);
        if (Run is not null && Checkpoints is not null && IsIn(Run.Path, Checkpoints.Path))
            throw new UsageException($"--checkpoint '{Checkpoints.Path}' must not be in --out '{Run.Path}', which is made at the end; name a folder beside it");
        if (Run is not null && Model is not null && IsIn(Run.Path, Model))
            throw new UsageException($"--model '{Model}' must not be in --out '{Run.Path}', which is made at the end and has a model of its own; leave --model out");
        if (resumes && Checkpoints is null)
            throw new UsageException("--resume needs --checkpoint, the folder of the run");
        if (!resumes && Checkpoints is { HasCheckpoint: true })
        {
            throw new UsageException(
                $"--checkpoint '{Checkpoints.Path}' holds a run; add --resume to go on with it, or name another folder");
        }

        if (!resumes && Checkpoints is { HasOtherOptions: true })
        {
            throw new UsageException(
                $"--checkpoint '{Checkpoints.Path}' holds the options.json of something else, which would be replaced; name another folder");
        }
    }

    private static bool IsIn(string folder, string path)
        => (path + Path.DirectorySeparatorChar)
            .StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
