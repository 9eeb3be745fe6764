namespace MlNetDigits;

/// <summary>A data set of which the pictures are one array and the labels another, in two files or in one.</summary>
/// <param name="Path">The file of the pictures.</param>
/// <param name="OpenImages">Opens the pictures.</param>
/// <param name="OpenLabels">Opens the labels.</param>
internal sealed record DigitArrays(string Path, Func<IRecordReader> OpenImages, Func<IRecordReader> OpenLabels)
{
    // A call into the unpacker costs as much as some records.
    private const int RecordsPerBlock = 256;

    // 12.8 MB: a few huge pages.
    private const int MostRecordsPerBlock = 1 << 14;

    /// <summary>The number of digits by the pictures' own account; nothing after their header is read.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or is of another kind.</exception>
    public long ClaimedCount
    {
        get
        {
            using var images = OpenImages();
            return images.Count;
        }
    }

    /// <summary>The digits, read as they are asked for, each time anew.</summary>
    /// <exception cref="InvalidInputException">Raised while the digits are read: something is wrong.</exception>
    public IEnumerable<DigitRecord> Read(DigitDataOptions options) => InRange(options, RecordsPerBlock);

    /// <summary>The same digits, in blocks that grow: for a caller that keeps them all.</summary>
    /// <exception cref="InvalidInputException">Raised while the digits are read: something is wrong.</exception>
    public IEnumerable<DigitRecord> ReadToKeep(DigitDataOptions options) => InRange(options, MostRecordsPerBlock);

    /// <summary>Whether the pictures are scaled from the range of their pixels when they are opened.</summary>
    public bool AreScaled { get; init; }

    private IEnumerable<DigitRecord> InRange(DigitDataOptions options, int mostRecordsPerBlock)
        => PixelRangeRule.Apply(Read(options, mostRecordsPerBlock), AreScaled ? PixelRange.Bytes : options.PixelRange, Path);

    private IEnumerable<DigitRecord> Read(DigitDataOptions options, int mostRecordsPerBlock)
    {
        using var images = OpenImages();
        using var labels = OpenLabels();
        if (images.Count != labels.Count)
        {
            throw new InvalidInputException(
                labels.Path, labels.Array is null
                    ? $"holds {labels.Count} labels, but {images.Path} holds {images.Count} images; the two files do not belong together"
                    : $"its array '{labels.Array}' holds {labels.Count} labels, but '{images.Array}' holds {images.Count} images; the two do not belong together");
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
            CheckLabels(labels, block.AsSpan(0, count), options.AcceptedClasses, before);
            if (options.Transpose)
                PixelTranspose.InPlace(pixels.AsSpan(0, count * DigitFormat.Pixels));
            before += count;
            for (var i = 0; i < count; i++)
                yield return new DigitRecord(block[i], pixels.AsMemory(i * DigitFormat.Pixels, DigitFormat.Pixels));
        }
    }

    private void CheckLabels(IRecordReader reader, ReadOnlySpan<byte> labels, DigitClasses classes, long before)
    {
        var bad = classes.IndexOfOther(labels);
        if (bad >= 0)
            throw new InvalidInputException(reader.Path, LabelProblem.Describe($"{Named(reader)}label {before + bad + 1} is {labels[bad]}", classes, RangeOfLabels()));
    }

    /// <summary>The lowest and the highest label; null if not all can be read.</summary>
    private (int Least, int Most)? RangeOfLabels()
    {
        try
        {
            using var labels = OpenLabels();
            var block = new byte[MostRecordsPerBlock];
            var (least, most) = (int.MaxValue, int.MinValue);
            while (labels.Read(block) is var count and > 0)
            {
                foreach (var label in block.AsSpan(0, count))
                    (least, most) = (Math.Min(least, label), Math.Max(most, label));
            }

            return (least, most);
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }

    private static string Named(IRecordReader reader) => reader.Array is { } array ? $"its array '{array}': " : "";
}
