namespace MlNetDigits;

/// <summary>Writes files that are either there whole or not there at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file beside <paramref name="path"/> and renames it when all is written. If anything
    /// fails, the temporary file is removed and whatever was at <paramref name="path"/> before is untouched.
    /// </summary>
    /// <param name="path">The file to make or replace; missing folders are made.</param>
    /// <param name="write">Writes the contents; it may close the stream.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);

        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.ReadWrite))
                write(stream);
            File.Move(partial, target, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <inheritdoc cref="Write"/>
    /// <param name="path">The file to make or replace; missing folders are made.</param>
    /// <param name="text">The contents, written as UTF-8 without a byte order mark.</param>
    public static void WriteText(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    });
}
