using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>A file that has to do with a report.</summary>
/// <param name="Role">What it was used for, such as "measured on".</param>
/// <param name="Digest">The file, its size and its checksum.</param>
public sealed record ReportFile(string Role, FileDigest Digest)
{
    /// <summary>Reads all files of a data set.</summary>
    /// <param name="role">What they were used for.</param>
    /// <param name="source">The data set.</param>
    /// <returns>The files with their checksums.</returns>
    /// <exception cref="InvalidInputException">A file cannot be read.</exception>
    public static ImmutableArray<ReportFile> OfData(string role, DigitSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Select(file => new ReportFile(role, FileDigest.Of(file)))];
    }
}
