using System.IO.Compression;

namespace MlNetDigits;

/// <summary>Reads and writes pairs of files in MNIST's own format.</summary>
public static class IdxFile
{
    /// <summary>The digits of a pair of files, read as they are asked for, each time anew.</summary>
    /// <param name="source">The files, raw or gzip.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The digits; at least one, each with pixels of its own.</returns>
    /// <exception cref="InvalidInputException">Raised while the digits are read: a file is missing, of another kind,
    /// damaged, too short or too long, or the two do not belong together.</exception>
    public static IEnumerable<DigitRecord> Read(IdxSource source, DigitDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ArraysOf(source).Read(options ?? DigitDataOptions.Default);
    }

    /// <summary>
    /// Writes a pair of files; each is packed if its name ends in <c>.gz</c>. If anything fails, whatever was there
    /// before is untouched.
    /// </summary>
    /// <param name="imagesPath">The images file.</param>
    /// <param name="labelsPath">The labels file.</param>
    /// <param name="count">The number of digits, at least 1; the files start with it.</param>
    /// <param name="records">The digits, exactly <paramref name="count"/>.</param>
    /// <param name="classes">The classes that they may be of; null for the ten digits.</param>
    /// <exception cref="ArgumentException">The number of digits is another or below 1, one has not 784 pixels or the
    /// label of no class, or both names are the same.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string imagesPath, string labelsPath, int count, IEnumerable<DigitRecord> records, DigitClasses? classes = null)
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
                record.Check(++written, classes ?? DigitClasses.Digits);
                images.Write(record.Pixels.Span);
                labels.WriteByte(record.Label);
            }

            if (written != count)
                throw new ArgumentException($"There are {written} digits, not {count}.", nameof(count));
        }));
    }

    /// <summary>The two halves of a pair.</summary>
    internal static DigitArrays ArraysOf(IdxSource source) => new(
        source.Images, () => new IdxReader(source.Images, IdxKind.Images), () => new IdxReader(source.Labels, IdxKind.Labels));

    private static Stream Pack(string path, Stream file)
        => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionLevel.SmallestSize)
            : new BufferedStream(file);
}
