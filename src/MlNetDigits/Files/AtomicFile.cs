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
    public static void Write(string path, Action<Stream> write) => NamingOneException(() =>
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
    });

    /// <inheritdoc cref="Write"/>
    /// <param name="path">The file to make or replace; missing folders are made.</param>
    /// <param name="text">The contents, written as UTF-8 without a byte order mark.</param>
    public static void WriteText(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    });

    /// <summary>
    /// Writes several files into a folder: all are written to temporary files before the first is renamed, so that a
    /// full disk leaves the folder as it was, and each file is at any time the old or the new one as a whole.
    /// </summary>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="files">The names of the files to make or replace, and what is in them.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void WriteAll(string folder, IReadOnlyCollection<(string Name, ReadOnlyMemory<byte> Contents)> files) => NamingOneException(() =>
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(files);

        var mark = Guid.NewGuid();
        (string Partial, string Target, ReadOnlyMemory<byte> Contents)[] steps =
        [
            .. files.Select(file => Path.GetFullPath(Path.Combine(folder, file.Name)))
                .Zip(files, (target, file) => ($"{target}.{mark:N}.partial", target, file.Contents)),
        ];
        if (steps.FirstOrDefault(step => Directory.Exists(step.Target)) is { Target: { } taken })
            throw new IOException($"'{taken}' is a folder, so no file of this name can be written.");

        Directory.CreateDirectory(folder);
        try
        {
            foreach (var (partial, _, contents) in steps)
            {
                using var stream = new FileStream(partial, FileMode.CreateNew);
                stream.Write(contents.Span);
            }

            foreach (var (partial, target, _) in steps)
                File.Move(partial, target, overwrite: true);
        }
        finally
        {
            foreach (var (partial, _, _) in steps)
                File.Delete(partial);
        }
    });

    // .NET has another exception for a folder that one may not write to, which no caller would treat in another way.
    private static void NamingOneException(Action write)
    {
        try
        {
            write();
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
