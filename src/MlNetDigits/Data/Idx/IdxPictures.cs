namespace MlNetDigits;

/// <summary>A picture of an IDX file that somebody asks the network about.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Label">The digit that it is; null if no labels lie beside the file.</param>
/// <param name="Pixels">784 raw pixels, row by row: 0 is background, 255 is ink.</param>
public sealed record IdxPicture(long Number, byte? Label, ReadOnlyMemory<byte> Pixels);

/// <summary>Reads pictures in MNIST's own format, with or without labels.</summary>
public static class IdxPictures
{
    private const int PicturesPerBlock = 256;

    /// <summary>The pictures of an images file, read as they are asked for.</summary>
    /// <param name="path">The images file, raw or gzip. Labels are taken from beside it if they lie there under the usual
    /// name (<c>labels-idx1</c> for <c>images-idx3</c>).</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The pictures.</returns>
    /// <exception cref="InvalidInputException">Raised while the pictures are read: something is wrong with a file, or the
    /// two do not belong together.</exception>
    public static IEnumerable<IdxPicture> Read(string path, DigitDataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return DigitFile.LabelsBeside(path) is { } labels
            ? DigitRecords.Read(new IdxSource(path, labels), options).Select((record, i) => new IdxPicture(i + 1, record.Label, record.Pixels))
            : PixelRangeRule.Apply(ReadImages(path, options?.Transpose ?? false), options?.PixelRange, path).Select((record, i) => new IdxPicture(i + 1, null, record.Pixels));
    }

    private static IEnumerable<DigitRecord> ReadImages(string path, bool transposes)
    {
        using var images = new IdxReader(path, IdxKind.Images);
        while (true)
        {
            var pixels = new byte[PicturesPerBlock * DigitFormat.Pixels];
            var count = images.Read(pixels);
            if (count == 0)
                yield break;
            if (transposes)
                PixelTranspose.InPlace(pixels.AsSpan(0, count * DigitFormat.Pixels));
            for (var i = 0; i < count; i++)
                yield return new DigitRecord(0, pixels.AsMemory(i * DigitFormat.Pixels, DigitFormat.Pixels));
        }
    }
}
