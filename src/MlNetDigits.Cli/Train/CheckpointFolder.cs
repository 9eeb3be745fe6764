using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Where a run keeps what it needs to go on after a break: its settings, and the latest checkpoint.</summary>
/// <param name="Path">The folder; it need not be there yet.</param>
internal sealed record CheckpointFolder(string Path)
{
    private const string SettingsKey = "settings";
    private const string FilesKey = "files";

    private string SettingsFile => System.IO.Path.Combine(Path, "options.json");

    private string CheckpointPath => System.IO.Path.Combine(Path, "checkpoint.bin");

    /// <summary>Whether there is a checkpoint.</summary>
    public bool HasCheckpoint => File.Exists(CheckpointPath);

    /// <summary>Whether there is an <c>options.json</c> that is not a checkpointed run's, such as that of a run folder.</summary>
    public bool HasOtherOptions
    {
        get
        {
            try
            {
                if (File.Exists(SettingsFile))
                    ReadOptions();
                return false;
            }
            catch (InvalidInputException)
            {
                return true;
            }
        }
    }

    /// <summary>Keeps the settings of a run that begins, or that goes on with more epochs or other threads.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="files">The data that the weights depend on.</param>
    public void Keep(TrainSettings settings, IEnumerable<FileDigest> files)
        => AtomicFile.WriteText(SettingsFile, Json.Render(new JsonObject
        {
            [SettingsKey] = TrainSettingsJson.ToNode(settings),
            [FilesKey] = FileDigestJson.ToNode(files),
        }));

    /// <summary>Removes what a run that was killed while it wrote a checkpoint has left; nobody else may use the folder.</summary>
    public void Tidy()
    {
        foreach (var partial in Directory.EnumerateFiles(Path, System.IO.Path.GetFileName(CheckpointPath) + ".*.partial"))
            File.Delete(partial);
    }

    /// <summary>Keeps a checkpoint in place of the one before.</summary>
    public void Save(TrainingCheckpoint checkpoint) => CheckpointFile.Save(CheckpointPath, checkpoint);

    /// <summary>What the folder holds.</summary>
    /// <exception cref="InvalidInputException">It holds no checkpoint, or a file is damaged or of another run.</exception>
    public (TrainSettings Settings, ImmutableArray<FileDigest> Files, TrainingCheckpoint Checkpoint) Load()
    {
        if (!HasCheckpoint)
            throw new InvalidInputException(Path, "has no checkpoint to resume from; leave --resume out to begin");
        var checkpoint = CheckpointFile.Load(CheckpointPath);
        var (settings, files) = ReadOptions();
        return AreOfOneRun(settings, checkpoint)
            ? (settings, files, checkpoint)
            : throw new InvalidInputException(
                CheckpointPath, "is of another run than the options.json beside it; put the right files together, or begin again in another folder");
    }

    private (TrainSettings Settings, ImmutableArray<FileDigest> Files) ReadOptions()
    {
        try
        {
            var document = JsonNode.Parse(File.ReadAllText(SettingsFile));
            var settings = TrainSettingsJson.FromNode(document?[SettingsKey]);
            return settings.ToOptions().FindProblems() is [var problem, ..]
                ? throw new FormatException(problem.ToString())
                : (settings, FileDigestJson.FromNode(document?[FilesKey]));
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException or FileNotFoundException)
        {
            throw new InvalidInputException(
                SettingsFile, "does not hold the options of the run, so it cannot be resumed; begin again in another folder", innerException: exception);
        }
    }

    private static bool AreOfOneRun(TrainSettings settings, TrainingCheckpoint checkpoint)
        => checkpoint.Seed == settings.Seed
            && (checkpoint.Weights.Inputs, checkpoint.Weights.HiddenNodes, checkpoint.Weights.Outputs)
                == (DigitFormat.Pixels, settings.Hidden, DigitFormat.Classes)
            && settings.IsValidated == (checkpoint.BestWeights is not null);
}
