using System.IO.Compression;

namespace MlNetDigits;

/// <summary>Files that hold digits in a form that is not read here: what they are, and the way out.</summary>
internal static class ForeignForm
{
    private const string IntoNpz = "numpy.savez('digits.npz', x_train=pictures, y_train=labels)";

    private const int TarMark = 257;

    /// <summary>What is to be said of a file, as the problem of an <see cref="InvalidInputException"/>; null if it may be text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">Its first bytes.</param>
    public static string? FindProblem(string path, ReadOnlySpan<byte> start)
    {
        if (FileSignature.IsZip(start))
            return OfZip(path);
        if (FileSignature.IsGzip(start))
            return StartInside(path) is { } inside && OfStart(inside) is { } problem ? $"is packed with gzip; inside it {problem}" : null;
        return OfStart(start);
    }

    private static string? OfStart(ReadOnlySpan<byte> start) => start switch
    {
        _ when NpyHeader.IsNpy(start) => $"is a single array of numpy's; put pictures and labels into one file with {IntoNpz}",
        _ when start.StartsWith("MATLAB"u8) || IsHdf(start)
            => "is a MATLAB or HDF5 file, which is not read; EMNIST is published as IDX files too, and what scipy.io.loadmat or h5py read in Python goes into "
                + IntoNpz,
        _ when start.StartsWith("PAR1"u8) || start.StartsWith("ARROW1"u8)
            => "is a Parquet or Arrow file, which is not read; write it as CSV, a label and 784 pixels a line, or as .npz, in Python with pandas",
        _ when start.StartsWith("SQLite format 3"u8) => "is a database; write its digits as CSV, a label and 784 pixels a line",
        [0x80, >= 2 and <= 5, ..] => $"is a pickle of Python's, which is a program and is not run here; load it in Python and save it with {IntoNpz}",
        _ when start.Length > TarMark + 5 && start[TarMark..].StartsWith("ustar"u8) => "is a tar archive; unpack it, and give the images file, the CSV file or the folder",
        _ when PictureKind(start) is { } kind
            => $"is a {kind} picture, not a set of labelled digits, which is a CSV file, a pair of IDX files or an .npz file; 'digits predict' reads pictures",
        _ => null,
    };

    private static bool IsHdf(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']);

    private static string? PictureKind(ReadOnlySpan<byte> start) => start switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        _ when start.StartsWith("GIF8"u8) => "GIF",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "BMP",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "WebP",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "TIFF",
        _ => null,
    };

    private static string OfZip(string path)
    {
        using var archive = NpzArchive.Open(path);
        string[] names = [.. archive.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith('/'))];
        if (names.Any(name => name.EndsWith("data.pkl", StringComparison.Ordinal)))
            return $"is a file of PyTorch's, which is not read; load it in Python and save it with {IntoNpz}";
        if (names.Contains("xl/workbook.xml"))
            return "is an Excel workbook, which is not read; save it as CSV, a label and 784 pixels a line";
        var more = names.Length > 3 ? $" and {names.Length - 3} more" : "";
        return names.Length == 0
            ? "is an empty zip file; give the file with the digits"
            : $"is a zip file that holds {string.Join(", ", names.Take(3))}{more}; unpack it, and give the images file, the CSV file or the folder";
    }

    private static byte[]? StartInside(string path)
    {
        try
        {
            using var content = new GZipStream(InputFile.Open(path), CompressionMode.Decompress);
            var start = new byte[TarMark + 8];
            return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
