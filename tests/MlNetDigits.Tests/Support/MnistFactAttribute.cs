namespace MlNetDigits.Tests.Support;

/// <summary>A test that needs the full MNIST, which is not part of the project; skipped where it is not there.</summary>
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute()
    {
        if (MnistFolder.Path is null)
            Skip = "MNIST is not here: get it with 'digits data download', or name its folder in MNIST_FOLDER.";
    }
}
