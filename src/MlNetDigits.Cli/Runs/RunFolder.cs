using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Runs;

/// <summary>
/// A folder that tells of one run: its manifest, the latest checkpoint while it is kept for a resume, and what came of it.
/// </summary>
/// <param name="Path">The folder; it need not be there yet.</param>
internal sealed record RunFolder(string Path)
{
    private const string Manifest = "options.json";
    private const string Checkpoint = "checkpoint.bin";

    /// <summary>The model.</summary>
    public string Model => File("model.zip");

    /// <summary>How training went.</summary>
    public string History => File("history.json");

    /// <summary>How training went, as a table.</summary>
    public string HistoryTable => File("history.csv");

    /// <summary>How the model does.</summary>
    public string Metrics => File("metrics.json");

    /// <summary>The confusion matrix.</summary>
    public string Confusion => File("confusion.csv");

    /// <summary>The page that shows it all.</summary>
    public string Report => File("report.html");

    /// <summary>Whether there is a checkpoint.</summary>
    public bool HasCheckpoint => System.IO.File.Exists(CheckpointPath);

    /// <summary>
    /// Whether the folder holds something that a run which begins would replace: a finished run, or a file of another
    /// program's. A run that was ended before its first checkpoint is none.
    /// </summary>
    public bool IsTaken => System.IO.File.Exists(Model) || (System.IO.File.Exists(ManifestPath) && !HasReadableManifest());

    private string ManifestPath => File(Manifest);

    private string CheckpointPath => File(Checkpoint);

    /// <summary>Keeps the manifest of a run that begins, that goes on, or that is finished.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="here">Where the command that repeats the run is typed.</param>
    public void Keep(RunManifest manifest, WorkingFolder here)
        => AtomicFile.WriteText(ManifestPath, RunManifestJson.Render(manifest, RunCommandLine.Render(manifest.Settings, here)));

    /// <summary>Removes what a run that was killed while it wrote a checkpoint has left; nobody else may use the folder.</summary>
    public void Tidy()
    {
        foreach (var partial in Directory.EnumerateFiles(Path, Checkpoint + ".*.partial"))
            System.IO.File.Delete(partial);
    }

    /// <summary>Keeps a checkpoint in place of the one before.</summary>
    public void Save(TrainingCheckpoint checkpoint) => CheckpointFile.Save(CheckpointPath, checkpoint);

    /// <summary>How the run is made.</summary>
    /// <exception cref="InvalidInputException">It is not there, or holds something else.</exception>
    public RunManifest ReadManifest()
    {
        try
        {
            return RunManifestJson.Parse(System.IO.File.ReadAllText(ManifestPath));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(
                ManifestPath, "is not there; give a folder that 'digits train' has made with --out or --checkpoint", innerException: exception);
        }
        catch (FormatException exception)
        {
            throw new InvalidInputException(
                ManifestPath, $"does not hold the options of a run that this version can read ({exception.Message}); give another folder, or begin again in a new one", innerException: exception);
        }
    }

    /// <summary>What is needed to go on.</summary>
    /// <exception cref="InvalidInputException">There is no checkpoint, or a file is damaged or of another run.</exception>
    public (RunManifest Manifest, TrainingCheckpoint Checkpoint) ReadCheckpoint()
    {
        if (!HasCheckpoint)
            throw new InvalidInputException(Path, "has no checkpoint to resume from; leave --resume out to begin");
        var checkpoint = CheckpointFile.Load(CheckpointPath);
        var manifest = ReadManifest();
        return AreOfOneRun(manifest.Settings, checkpoint)
            ? (manifest, checkpoint)
            : throw new InvalidInputException(
                CheckpointPath, $"is of another run than the {Manifest} beside it; put the right files together, or begin again in another folder");
    }

    private bool HasReadableManifest()
    {
        try
        {
            ReadManifest();
            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);

    private static bool AreOfOneRun(RunSettings settings, TrainingCheckpoint checkpoint)
        => checkpoint.Seed == settings.Seed
            && checkpoint.Weights.Sizes == new NetworkSizes(DigitFormat.Pixels, settings.Options.HiddenNodes, settings.DataOptions.KnownClasses.Count)
            && settings.IsValidated == (checkpoint.BestWeights is not null);
}
