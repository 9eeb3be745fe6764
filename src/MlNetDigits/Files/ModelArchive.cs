using System.IO.Compression;

namespace MlNetDigits;

/// <summary>
/// Checks that a file is a whole zip archive of a size that a model may have, before ML.NET sees it: ML.NET trusts the
/// sizes that an archive declares and does not compare checksums.
/// </summary>
internal static class ModelArchive
{
    // A network of 784-100000-10 nodes takes 318 MB; ML.NET writes a few dozen entries.
    private const long LargestTotal = 1L << 30;
    private const int MostEntries = 1000;

    /// <summary>Reads every entry once and leaves the stream at its start.</summary>
    /// <exception cref="InvalidInputException">The archive is damaged, too large, or none.</exception>
    public static void Check(string path, Stream file)
    {
        if (file.Length == 0)
            throw new InvalidInputException(path, "is empty, not a model; train again with 'digits train'");

        Span<byte> start = stackalloc byte[4];
        var isZip = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual("PK\x03\x04"u8);
        if (!isZip)
        {
            throw new InvalidInputException(
                path, "is not a model: a model file is a zip archive that 'digits train' writes");
        }

        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            CheckDeclared(path, archive);
            foreach (var entry in archive.Entries)
                CheckContents(path, entry);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidInputException(
                path, "is a damaged or cut-off zip archive; copy it again or train again", innerException: exception);
        }

        file.Position = 0;
    }

    private static void CheckDeclared(string path, ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            throw new InvalidInputException(
                path,
                $"holds {archive.Entries.Count} entries, but a model has at most {MostEntries}; it is not a model");
        }

        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            if (entry.Length < 0 || total > LargestTotal)
            {
                throw new InvalidInputException(
                    path,
                    $"declares more than {LargestTotal >> 20} MB at '{entry.FullName}', but a model is smaller; "
                        + "it is not a model");
            }
        }
    }

    private static void CheckContents(string path, ZipArchiveEntry entry)
    {
        var buffer = new byte[1 << 16];
        var (read, checksum) = (0L, 0u);
        using var contents = entry.Open();
        while (read <= entry.Length && contents.Read(buffer) is var count and > 0)
        {
            read += count;
            checksum = Crc32.Append(checksum, buffer.AsSpan(0, count));
        }

        if (read != entry.Length)
        {
            throw new InvalidInputException(
                path,
                $"is damaged: '{entry.FullName}' holds {(read > entry.Length ? "more" : "fewer")} than the {entry.Length} bytes that it declares");
        }

        if (checksum != entry.Crc32)
        {
            throw new InvalidInputException(
                path, $"is damaged: the checksum of '{entry.FullName}' is wrong; copy the file again or train again");
        }
    }
}
