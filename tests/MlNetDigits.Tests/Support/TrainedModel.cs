namespace MlNetDigits.Tests.Support;

/// <summary>A folder with a small data set and a model that the tool has trained on it, for tests that only read them.</summary>
public sealed class TrainedModel : IDisposable
{
    public TrainedModel()
    {
        string[] Lines(string name, int count) => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", name)).Take(count)];
        Folder.Write("train.csv", string.Join('\n', Lines("digits-train.csv", 600)) + "\n");
        Folder.Write("test.csv", string.Join('\n', Lines("digits-test.csv", 100)) + "\n");
        Training = DigitsRun.Run(
            Folder, "train", "--data", "train.csv", "--test", "test.csv", "--model", "made/model.zip", "--epochs", "3", "--hidden", "50", "--seed", "7");
    }

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>The run that made the model.</summary>
    internal DigitsRun Training { get; }

    /// <summary>The model's full path.</summary>
    internal string Model => Folder.File("made/model.zip");

    public void Dispose() => Folder.Dispose();
}
