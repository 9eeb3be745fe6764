namespace MlNetDigits.Cli.CommandLine;

/// <summary>Finds out before the long work whether its results can be written. All paths are full, or empty.</summary>
internal static class OutputTarget
{
    /// <summary>What is wrong with a place for a file, or null. Leaves nothing behind.</summary>
    public static string? FindFileProblem(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return $"{option} must name a file";
        if (Directory.Exists(path) || path.EndsWith('/') || path.EndsWith('\\'))
            return $"{option} must name a file, but '{path}' is a folder";
        if (IsDevice(path))
            return $"{option} must name a file, but '{path}' is a device, which a file would replace";
        return FindFolderProblem(option, path, Path.GetDirectoryName(path));
    }

    /// <summary>What is wrong with a folder to write into, which need not be there yet; or null. Leaves nothing behind.</summary>
    public static string? FindFolderProblem(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return $"{option} must name a folder";
        if (File.Exists(path))
            return $"{option} must name a folder, but '{path}' is a file";
        return FindFolderProblem(option, path, path);
    }

    // A file is written beside its place and renamed: to root, even /dev/null would give way. /dev/shm is a disk.
    private static bool IsDevice(string path)
        => File.Exists(path)
            && path.StartsWith("/dev/", StringComparison.Ordinal)
            && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string? FindFolderProblem(string option, string path, string? folder)
    {
        var nearest = NearestFolder(folder);
        try
        {
            using var probe = new FileStream(
                Path.Combine(nearest, $".digits-{Guid.NewGuid():N}"),
                FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{option} '{path}' cannot be written: {(File.Exists(nearest) ? $"'{nearest}' is a file, not a folder" : $"the folder '{nearest}' takes no files")}";
        }
    }

    /// <summary>A folder, or the nearest above it that is there: missing ones can be made.</summary>
    private static string NearestFolder(string? folder)
    {
        while (folder is not null && !Directory.Exists(folder) && !File.Exists(folder))
            folder = Path.GetDirectoryName(folder);
        return folder ?? Path.DirectorySeparatorChar.ToString();
    }
}
