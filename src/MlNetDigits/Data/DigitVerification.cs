using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>One file of a data set, looked at closely.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size on disk.</param>
/// <param name="ContentBytes">The size of its content, unpacked if it is gzip.</param>
/// <param name="Md5">The MD5 of its content, unpacked if it is gzip: 32 hexadecimal digits in lower case.</param>
/// <param name="Published">The published file whose content this is, to the byte; null if it is none of them.</param>
public sealed record VerifiedFile(string Path, long Bytes, long ContentBytes, string Md5, PublishedFile? Published);

/// <summary>What was found out about a data set.</summary>
/// <param name="Source">The data set.</param>
/// <param name="Files">Its files.</param>
/// <param name="Counts">Its digits.</param>
public sealed record DigitVerification(DigitSource Source, ImmutableArray<VerifiedFile> Files, DigitCounts Counts)
{
    /// <summary>The classes that the digits were looked for in.</summary>
    public DigitClasses Classes { get; init; } = DigitClasses.Digits;

    /// <summary>What was understood of a CSV file; null for other files.</summary>
    public CsvForm? Csv { get; init; }

    /// <summary>Whether every file is one of the published ones. A CSV file never is: none was published.</summary>
    public bool IsPublished => Files.All(file => file.Published is not null);

    /// <summary>Reads and checks a whole data set, and compares its files with the published ones.</summary>
    /// <param name="path">A CSV file, an IDX images file, an .npz file or a folder; see <see cref="DigitSource.Resolve"/>.</param>
    /// <param name="part">The part to take from a folder; of no meaning for a file.</param>
    /// <param name="published">The published files; by default those of MNIST.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The findings.</returns>
    /// <exception cref="InvalidInputException">The data is missing, or something in it is wrong.</exception>
    public static DigitVerification Verify(
        string path,
        DigitPart part = DigitPart.Train,
        ImmutableArray<PublishedFile>? published = null,
        DigitDataOptions? options = null)
    {
        var source = DigitSource.Resolve(path, part);
        var csv = source is CsvSource text ? CsvDigitChecker.Check(text.Path, options) : null;
        var counts = csv?.Counts ?? DigitRecords.Count(source, options);
        var known = published ?? MnistChecksums.Files;
        return new DigitVerification(source, [.. source.Files.Select(file => Look(file, known))], counts)
        {
            Classes = options?.Classes ?? DigitClasses.Digits,
            Csv = csv?.Form,
        };
    }

    private static VerifiedFile Look(string path, ImmutableArray<PublishedFile> published)
    {
        var digest = ContentDigest.Of(path);
        return new VerifiedFile(
            path, new FileInfo(path).Length, digest.Bytes, digest.Md5,
            published.FirstOrDefault(file => (file.Bytes, file.Md5) == (digest.Bytes, digest.Md5)));
    }
}
