using System.IO.Compression;

namespace MlNetDigits;

/// <summary>The zip archive of arrays that numpy's <c>savez</c> writes.</summary>
internal static class NpzArchive
{
    private const string Ending = ".npy";

    /// <summary>Opens an archive; nothing of it is unpacked yet.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no archive.</exception>
    public static ZipArchive Open(string path)
    {
        var file = InputFile.Open(path);
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            file.Dispose();
            throw Damaged(path, exception);
        }
    }

    /// <summary>The entries that are arrays.</summary>
    public static IEnumerable<ZipArchiveEntry> Arrays(ZipArchive archive)
        => archive.Entries.Where(entry => entry.FullName.EndsWith(Ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of an array.</summary>
    public static string NameOf(ZipArchiveEntry entry) => entry.FullName[..^Ending.Length];

    /// <summary>Whether an exception is one of those that a damaged archive leads to.</summary>
    public static bool IsDamage(Exception exception) => exception is InvalidDataException or EndOfStreamException or NotSupportedException;

    /// <summary>What is said of a damaged archive.</summary>
    public static InvalidInputException Damaged(string path, Exception exception)
        => new(path, "is a damaged zip archive, one that was cut short, or one packed in a way that cannot be read; get it again", innerException: exception);
}
