namespace MlNetDigits.Cli.Data;

/// <summary>Folders that were made for something that then did not come are removed at the end.</summary>
/// <param name="folder">The folder that will be made, a full path, perhaps with folders above it.</param>
internal sealed class MadeFolders(string folder) : IDisposable
{
    private readonly IReadOnlyList<string> _missing = [.. Missing(folder)];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var made in _missing.TakeWhile(IsEmpty))
            Directory.Delete(made);
    }

    /// <summary>The folder and those above it that are not there, the innermost first.</summary>
    private static IEnumerable<string> Missing(string folder)
    {
        for (var path = folder; path is not null && !Directory.Exists(path); path = Path.GetDirectoryName(path))
            yield return path;
    }

    private static bool IsEmpty(string path) => Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();
}
