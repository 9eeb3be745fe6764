using System.IO.Compression;

namespace MlNetDigits;

/// <summary>Reads and writes pairs of files in MNIST's own format.</summary>
public static class IdxFile
{
    // A call into the unpacker costs as much as some records.
    private const int RecordsPerBlock = 256;

    // 12.8 MB: a few huge pages.
    private const int MostRecordsPerBlock = 1 << 14;

    /// <summary>The digits of a pair of files, read as they are asked for, each time anew.</summary>
    /// <param name="source">The files, raw or gzip.</param>
    /// <returns>The digits; at least one, each with pixels of its own.</returns>
    /// <exception cref="InvalidInputException">Raised while the digits are read: a file is missing, of another kind,
    /// damaged, too short or too long, or the two do not belong together.</exception>
    public static IEnumerable<DigitRecord> Read(IdxSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadRecords(source, RecordsPerBlock);
    }

    /// <summary>
    /// Writes a pair of files; each is packed if its name ends in <c>.gz</c>. If anything fails, whatever was there
    /// before is untouched.
    /// </summary>
    /// <param name="imagesPath">The images file.</param>
    /// <param name="labelsPath">The labels file.</param>
    /// <param name="count">The number of digits, at least 1; the files start with it.</param>
    /// <param name="records">The digits, exactly <paramref name="count"/>.</param>
    /// <exception cref="ArgumentException">The number of digits is another or below 1, one has not 784 pixels or a
    /// label above 9, or both names are the same.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string imagesPath, string labelsPath, int count, IEnumerable<DigitRecord> records)
    {
        ArgumentException.ThrowIfNullOrEmpty(imagesPath);
        ArgumentException.ThrowIfNullOrEmpty(labelsPath);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(records);
        if (Path.GetFullPath(imagesPath) == Path.GetFullPath(labelsPath))
            throw new ArgumentException("Images and labels cannot go to the same file.", nameof(labelsPath));

        // Both files are complete before either gets its name.
        AtomicFile.Write(imagesPath, imagesFile => AtomicFile.Write(labelsPath, labelsFile =>
        {
            using var images = Pack(imagesPath, imagesFile);
            using var labels = Pack(labelsPath, labelsFile);
            images.Write(new IdxHeader(IdxKind.Images, (uint)count).ToBytes());
            labels.Write(new IdxHeader(IdxKind.Labels, (uint)count).ToBytes());
            var written = 0;
            foreach (var record in records)
            {
                record.Check(++written);
                images.Write(record.Pixels.Span);
                labels.WriteByte(record.Label);
            }

            if (written != count)
                throw new ArgumentException($"There are {written} digits, not {count}.", nameof(count));
        }));
    }

    /// <summary>The number of digits by the images file's own account; nothing after its header is read.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or is of another kind.</exception>
    internal static long ClaimedCount(IdxSource source)
    {
        using var images = new IdxReader(source.Images, IdxKind.Images);
        return images.Header.Count;
    }

    private static Stream Pack(string path, Stream file)
        => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionLevel.SmallestSize)
            : new BufferedStream(file);

    /// <summary>The same digits, in blocks that grow: for a caller that keeps them all.</summary>
    internal static IEnumerable<DigitRecord> ReadToKeep(IdxSource source) => ReadRecords(source, MostRecordsPerBlock);

    private static IEnumerable<DigitRecord> ReadRecords(IdxSource source, int mostRecordsPerBlock)
    {
        using var images = new IdxReader(source.Images, IdxKind.Images);
        using var labels = new IdxReader(source.Labels, IdxKind.Labels);
        if (images.Header.Count != labels.Header.Count)
        {
            throw new InvalidInputException(
                source.Labels, $"holds {labels.Header.Count} labels, but {source.Images} holds {images.Header.Count} "
                + "images; the two files do not belong together");
        }

        var before = 0L;
        for (var size = RecordsPerBlock; ; size = Math.Min(2 * size, mostRecordsPerBlock))
        {
            // Both are asked, so that bytes after the last record are noticed in either.
            var pixels = HugePages.Allocate<byte>(size * DigitFormat.Pixels);
            var block = new byte[size];
            var count = images.Read(pixels);
            if (labels.Read(block) == 0)
                yield break;
            CheckLabels(source.Labels, block.AsSpan(0, count), before);
            before += count;
            for (var i = 0; i < count; i++)
                yield return new DigitRecord(block[i], pixels.AsMemory(i * DigitFormat.Pixels, DigitFormat.Pixels));
        }
    }

    private static void CheckLabels(string path, ReadOnlySpan<byte> labels, long before)
    {
        var bad = labels.IndexOfAnyExceptInRange((byte)0, (byte)(DigitFormat.Classes - 1));
        if (bad >= 0)
        {
            throw new InvalidInputException(
                path, $"label {before + bad + 1} is {labels[bad]}, but labels go from 0 to 9; get the file again");
        }
    }
}
