using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Whether a run can go on from a checkpoint so that it ends as if there had been no break.</summary>
internal static class ResumeCheck
{
    /// <summary>Looks for options that were another way before the break.</summary>
    /// <param name="stored">The settings of the run.</param>
    /// <param name="wanted">The settings with what the command line now says.</param>
    /// <param name="checkpoint">Where the run is.</param>
    /// <param name="folder">Where the run is told of.</param>
    /// <exception cref="UsageException">There is such an option, or fewer epochs are wanted than are done.</exception>
    public static void Check(RunSettings stored, RunSettings wanted, TrainingCheckpoint checkpoint, WorkingFolder folder)
    {
        string[] others =
        [
            .. RunSettingTable.Kept
                .Where(setting => setting.DecidesWeights && !Equals(setting.Get(wanted), setting.Get(stored)))
                .Select(RunSettingTable.OptionName),
        ];
        if (others.Length > 0)
        {
            throw new UsageException(
                $"--resume goes on as the run began, with '{RunCommandLine.Render(stored, folder)}'; leave out what differs ({string.Join(", ", others)}), or begin another run");
        }

        if (wanted.Options.Epochs != stored.Options.Epochs && stored.Options.Schedule != LearningRateSchedule.Constant)
            throw new UsageException($"--epochs must stay {stored.Options.Epochs}: the learning rate goes on over the whole run; begin another run for {wanted.Options.Epochs}");
        if (wanted.Options.Epochs < checkpoint.Epoch)
            throw new UsageException($"--epochs {wanted.Options.Epochs} is less than the {checkpoint.Epoch} epochs that the run has behind it");
    }

    /// <summary>Looks for data that has changed since the run began.</summary>
    /// <exception cref="InvalidInputException">A file is another.</exception>
    public static void Check(ImmutableArray<FileDigest> stored, ImmutableArray<FileDigest> now)
    {
        if (stored.Length != now.Length)
            throw new InvalidInputException(now[0].Path, "was not all the data when the checkpoint was made, so the run cannot go on with it; begin another run");
        foreach (var (before, after) in stored.Zip(now))
        {
            if ((before.Bytes, before.Sha256) != (after.Bytes, after.Sha256))
            {
                throw new InvalidInputException(
                    after.Path, "has changed since the checkpoint was made, so the run cannot go on with it; put the old file back, or begin another run");
            }
        }
    }
}
