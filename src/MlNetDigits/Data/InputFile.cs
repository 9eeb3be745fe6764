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
            throw new InvalidInputException(path, "is not there; check the name", innerException: exception);
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
}
