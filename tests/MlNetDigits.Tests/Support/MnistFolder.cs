namespace MlNetDigits.Tests.Support;

/// <summary>Where the full MNIST is: MNIST_FOLDER, or data/mnist or ../shared/mnist of this checkout.</summary>
public static class MnistFolder
{
    /// <summary>The folder, or null if MNIST is not on this machine.</summary>
    public static string? Path { get; } = Candidates().FirstOrDefault(
        folder => File.Exists(System.IO.Path.Combine(folder, "train-images-idx3-ubyte.gz")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("MNIST_FOLDER") is { Length: > 0 } named)
            yield return named;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MlNetDigits.sln")))
            {
                yield return System.IO.Path.Combine(folder.FullName, "data", "mnist");
                yield return System.IO.Path.Combine(folder.FullName, "..", "shared", "mnist");
            }
        }
    }
}
