using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;

namespace MlNetDigits.Cli.Train;

/// <summary>Where the results of a run go.</summary>
/// <param name="Model">The model file; null if it goes into <paramref name="Run"/>.</param>
/// <param name="Run">The run folder that is made at the end; null for none.</param>
/// <param name="Checkpoints">The run folder that keeps each epoch, to resume from; null for none.</param>
internal sealed record TrainPlaces(string? Model, NewFolder? Run, RunFolder? Checkpoints)
{
    /// <summary>Whether one folder holds the checkpoints and, at the end, everything else.</summary>
    public bool AreOne => Run is not null && Run.Path == Checkpoints?.Path;

    /// <summary>The places of a run that goes on: those that are named now, else those that it remembers.</summary>
    /// <param name="manifest">What it remembers.</param>
    /// <param name="defaultModel">The model of a run that does not: those of version 1 did not.</param>
    public TrainPlaces OrOf(RunManifest manifest, string defaultModel)
    {
        if (Model is not null || Run is not null)
            return this;
        return this with
        {
            Model = manifest.RemembersPlaces ? manifest.Model : defaultModel,
            Run = manifest.Out is { } folder ? new NewFolder(folder)
                : manifest is { RemembersPlaces: true, Model: null } ? new NewFolder(Checkpoints!.Path)
                : null,
        };
    }

    /// <summary>Finds out what the options by themselves do not tell.</summary>
    /// <param name="resumes">Whether the run goes on from a checkpoint.</param>
    /// <exception cref="UsageException">The model cannot be written, or places get in each other's way.</exception>
    public void Check(bool resumes)
    {
        // A default is not parsed, nor is what a run remembers, so nothing has looked at it yet.
        if (Model is not null && OutputTarget.FindFileProblem("--model", Model) is { } problem)
            throw new UsageException(problem);
        if (Run is not null && Checkpoints is not null && !AreOne && IsIn(Run.Path, Checkpoints.Path))
            throw new UsageException($"--checkpoint '{Checkpoints.Path}' must not be in --out '{Run.Path}', which is made at the end; name the same folder, or one beside it");
        if (Run is not null && Model is not null && IsIn(Run.Path, Model))
            throw new UsageException($"--model '{Model}' must not be in --out '{Run.Path}', which is made at the end and has a model of its own; leave --model out");
        if (resumes && Checkpoints is null)
            throw new UsageException("--resume needs --checkpoint, the folder of the run");
        if (!resumes && Checkpoints is { HasCheckpoint: true })
        {
            throw new UsageException(
                $"--checkpoint '{Checkpoints.Path}' holds a run; add --resume to go on with it, or name another folder");
        }

        if (!resumes && Checkpoints is { IsTaken: true })
        {
            throw new UsageException(
                $"--checkpoint '{Checkpoints.Path}' holds a finished run or the options.json of something else, which would be replaced; name another folder");
        }
    }

    private static bool IsIn(string folder, string path)
        => (path + Path.DirectorySeparatorChar)
            .StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
