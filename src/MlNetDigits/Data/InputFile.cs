namespace MlNetDigits;

/// <summary>Opens files for reading; what the file system objects to becomes a sentence that names the file.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="InvalidInputException">The file is not there, is a folder or may not be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            // ML.NET forgets to close what it has not read to the end, until the garbage collector does. Shared for
            // deletion, such a file can still be replaced, on Windows too.
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16,
                FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(path, NotThere(path), innerException: exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            var problem = Directory.Exists(path) ? "is a folder, but a file is needed" : "may not be read by you";
            throw new InvalidInputException(path, problem, innerException: exception);
        }
        catch (IOException exception)
        {
            throw new InvalidInputException(
                path, $"cannot be opened ({exception.Message.TrimEnd('.')})", innerException: exception);
        }
    }

    /// <summary>Whether people mean something on the web. A full path may begin before it, and has lost one of two slashes.</summary>
    public static bool IsAddress(string path)
        => path.Contains("https:/", StringComparison.OrdinalIgnoreCase) || path.Contains("http:/", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is said of something that is not there.</summary>
    public static string NotThere(string path)
        => IsAddress(path) ? "is an address, not a file; download what it names, and give the file"
            : new FileInfo(path).LinkTarget is not null ? "is a link to a file that is not there"
            : "is not there; check the name";
}
