namespace MlNetDigits.Cli.Train;

/// <summary>Finds out before the long work whether a model can be saved after it.</summary>
internal static class ModelTarget
{
    /// <summary>What is wrong with a place for a model, or null. Leaves nothing behind.</summary>
    public static string? FindProblem(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return $"{option} must name a file";
        if (Directory.Exists(path) || path.EndsWith('/') || path.EndsWith('\\'))
            return $"{option} must name a file, but '{path}' is a folder";

        var folder = NearestFolder(Path.GetFullPath(path));
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, $".digits-{Guid.NewGuid():N}"),
                FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{option} '{path}' cannot be written: {(File.Exists(folder) ? $"'{folder}' is a file, not a folder" : $"the folder '{folder}' takes no files")}";
        }
    }

    /// <summary>The folder of a file, or the nearest above it that is there: missing ones can be made.</summary>
    private static string NearestFolder(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder) && !File.Exists(folder))
            folder = Path.GetDirectoryName(folder);
        return folder ?? Path.DirectorySeparatorChar.ToString();
    }
}
