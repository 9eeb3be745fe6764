namespace MlNetDigits.Tests.Support;

/// <summary>A test on Fashion-MNIST, which comes in MNIST's format; skipped where it is not there.</summary>
public sealed class FashionFactAttribute : FactAttribute
{
    public FashionFactAttribute()
    {
        if (Folder is null)
            Skip = "Fashion-MNIST is not here: install Debian's dataset-fashion-mnist, or name its folder in FASHION_MNIST_FOLDER.";
    }

    /// <summary>Where it is, or null.</summary>
    public static string? Folder { get; } = new[]
        {
            Environment.GetEnvironmentVariable("FASHION_MNIST_FOLDER"), "/usr/share/datasets/fashion-mnist",
        }
        .FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && Directory.Exists(folder));
}
