namespace MlNetDigits.Tests.Support;

/// <summary>A folder with 600 training and 100 test digits, and a sweep that the tool has run on them, for tests that only read them.</summary>
public sealed class SweepFiles : IDisposable
{
    public SweepFiles()
    {
        string[] Lines(string name, int count) => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", name)).Take(count)];
        Folder.Write("train.csv", string.Join('\n', Lines("digits-train.csv", 600)) + "\n");
        Folder.Write("test.csv", string.Join('\n', Lines("digits-test.csv", 100)) + "\n");
        Sweep = Run("out1", jobs: 1);
    }

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>Two networks, two rates, three numbers of epochs, two seeds, one training at a time, into the folder <c>out1</c>.</summary>
    internal DigitsRun Sweep { get; }

    /// <summary>The same sweep with more trainings at once.</summary>
    internal DigitsRun Run(string folder, int jobs) => DigitsRun.Run(
        Folder, "sweep", "--data", "train.csv", "--test", "test.csv", "--hidden", "10,20", "--learning-rate", "0.1..0.3..0.2",
        "--epochs", "1..3", "--seeds", "2", "--seed", "4", "--out", folder, "--jobs", $"{jobs}");

    public void Dispose() => Folder.Dispose();
}
