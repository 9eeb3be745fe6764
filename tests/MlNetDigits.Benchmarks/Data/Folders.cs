namespace MlNetDigits.Benchmarks;

/// <summary>Where the digits are.</summary>
internal static class Folders
{
    /// <summary>The full MNIST: MNIST_FOLDER, or data/mnist of this checkout.</summary>
    public static string Mnist { get; } =
        Environment.GetEnvironmentVariable("MNIST_FOLDER") is { Length: > 0 } named
            ? named
            : Path.Combine(Root(), "data", "mnist");

    /// <summary>The full MNIST if it is there, else the sample that comes with the project.</summary>
    public static string MnistOrSample { get; } =
        DigitSource.FolderHas(Mnist, DigitPart.Train) ? Mnist : Path.Combine(Root(), "data");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlNetDigits.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
