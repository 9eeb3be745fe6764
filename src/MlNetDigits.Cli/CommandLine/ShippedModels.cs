namespace MlNetDigits.Cli.CommandLine;

/// <summary>The models that come with the tool, trained on all of MNIST's training images.</summary>
/// <param name="Folder">Their folder.</param>
internal sealed record ShippedModels(string Folder)
{
    /// <summary>Those beside the tool, wherever that is installed.</summary>
    public static ShippedModels BesideTool { get; } = new(Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>The one that is used where the user has none.</summary>
    public string Default => Path.Combine(Folder, "digits.zip");

    /// <summary>What people are told of a model: its file, or that it came with the tool.</summary>
    /// <param name="path">The model's full path.</param>
    /// <param name="folder">Where they are told.</param>
    public string Describe(string path, WorkingFolder folder)
        => path == Default ? "the one that comes with MlNetDigits (models/digits.zip)" : folder.Shown(path);

    /// <summary>Whether a file is one of them or a copy of one.</summary>
    /// <exception cref="InvalidInputException">The file is not there or may not be read.</exception>
    public bool Has(string path)
    {
        if (!Directory.Exists(Folder))
            return false;
        var digest = FileDigest.Of(path);
        return Directory.EnumerateFiles(Folder, "*.zip").Any(
            file => new FileInfo(file).Length == digest.Bytes && FileDigest.Of(file).Sha256 == digest.Sha256);
    }
}
