namespace MlNetDigits;

/// <summary>Tells CSV from IDX, and finds the labels that belong to images.</summary>
internal static class DigitFile
{
    public static DigitSource Find(string path)
        => IsIdx(path) ? new IdxSource(path, FindLabels(path)) : new CsvSource(path);

    /// <summary>The labels file that belongs to an images file by its name; null if the name does not tell.</summary>
    public static string? LabelsOf(string images)
    {
        var name = Path.GetFileName(images);
        var labels = name
            .Replace("images-idx3", "labels-idx1", StringComparison.OrdinalIgnoreCase)
            .Replace("images.idx3", "labels.idx1", StringComparison.OrdinalIgnoreCase);
        return labels == name ? null : Path.Combine(Path.GetDirectoryName(images) ?? "", labels);
    }

    private static bool IsIdx(string path)
    {
        var start = FileSignature.ReadStart(path, 4);
        if (FileSignature.IsIdx(start))
            return true;
        if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            return false;

        // By its name, so that a damaged file is called a damaged IDX file and not an odd CSV. A packed file that is
        // named otherwise is one only if it says so inside.
        var name = Path.GetFileName(path);
        return name.Contains("ubyte", StringComparison.OrdinalIgnoreCase)
            || name.Contains("idx3", StringComparison.OrdinalIgnoreCase)
            || name.Contains("idx1", StringComparison.OrdinalIgnoreCase)
            || (FileSignature.IsGzip(start) && FileSignature.IsIdx(StartInside(path)));
    }

    private static ReadOnlySpan<byte> StartInside(string path)
    {
        using var content = IdxContent.Open(path);
        var start = new byte[4];
        return start.AsSpan(0, content.Read(start));
    }

    private static string FindLabels(string images)
    {
        if (LabelsOf(images) is not { } labels)
        {
            var problem = Path.GetFileName(images).Contains("idx1", StringComparison.OrdinalIgnoreCase)
                ? "is a labels file by its name; give the images file (images-idx3) that lies beside it"
                : "the labels of an IDX file are found by its name, which must contain images-idx3 or images.idx3; "
                    + "rename it and its labels (labels-idx1 or labels.idx1)";
            throw new InvalidInputException(images, problem);
        }

        // One of the two may have been unpacked alone.
        var packedOrNot = labels.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? labels[..^3] : labels + ".gz";
        string[] candidates = [labels, packedOrNot];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidInputException(
                images,
                $"the labels that belong to it are not beside it; looked for {string.Join(" and ", candidates.Select(Path.GetFileName))}");
    }
}
