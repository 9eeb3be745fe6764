namespace MlNetDigits;

/// <summary>Tells CSV from IDX and .npz, and finds the labels that belong to images.</summary>
internal static class DigitFile
{
    // One line of a picture file, and where a tar archive says so.
    private const int StartLength = 512;

    public static DigitSource Find(string path, DigitPart part)
    {
        if (IsIdx(path))
            return new IdxSource(path, FindLabels(path));
        if (IsNpz(path))
            return NpzFile.Find(path, part);
        return ForeignForm.FindProblem(path, FileSignature.ReadStart(path, StartLength)) is { } problem
            ? throw new InvalidInputException(path, problem)
            : new CsvSource(path);
    }

    /// <summary>Whether a file is a zip archive that is numpy's by its name or by what is in it.</summary>
    public static bool IsNpz(string path)
    {
        if (!File.Exists(path) || !FileSignature.IsZip(FileSignature.ReadStart(path, 4)))
            return false;
        if (Path.GetExtension(path).Equals(".npz", StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            using var archive = NpzArchive.Open(path);
            return NpzArchive.Arrays(archive).Any();
        }
        catch (InvalidInputException)
        {
            // Of whatever kind it is, it is damaged.
            return false;
        }
    }

    /// <summary>The labels file that belongs to an images file by its name; null if the name does not tell.</summary>
    public static string? LabelsOf(string images)
    {
        var name = Path.GetFileName(images);
        var labels = name
            .Replace("images-idx3", "labels-idx1", StringComparison.OrdinalIgnoreCase)
            .Replace("images.idx3", "labels.idx1", StringComparison.OrdinalIgnoreCase);
        return labels == name ? null : Path.Combine(Path.GetDirectoryName(images) ?? "", labels);
    }

    /// <summary>The labels file that lies beside an images file; null if there is none.</summary>
    public static string? LabelsBeside(string images)
        => LabelsOf(images) is { } labels ? Candidates(labels).FirstOrDefault(File.Exists) : null;

    /// <summary>Whether a file is IDX by what is in it, raw or gzip, or by its name.</summary>
    public static bool IsIdx(string path)
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
            var name = Path.GetFileName(images);
            var problem = name.Contains("idx1", StringComparison.OrdinalIgnoreCase) || name.Contains("idx2", StringComparison.OrdinalIgnoreCase)
                ? "is a labels file by its name; give the images file (images-idx3) that lies beside it"
                : "the labels of an IDX file are found by its name, which must contain images-idx3 or images.idx3; "
                    + "rename it and its labels (labels-idx1 or labels.idx1)";
            throw new InvalidInputException(images, problem);
        }

        return LabelsBeside(images) ?? throw new InvalidInputException(
            images,
            $"the labels that belong to it are not beside it; looked for {string.Join(" and ", Candidates(labels).Take(2).Select(Path.GetFileName))}");
    }

    /// <summary>The names that labels may have, the usual ones first.</summary>
    private static string[] Candidates(string labels)
    {
        var folder = Path.GetDirectoryName(labels) ?? "";
        var name = Path.GetFileName(labels);

        // One of the two may have been unpacked alone; unpackers make a dot of the hyphen; QMNIST's labels are other numbers.
        string[] packedOrNot = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? [name, name[..^3]] : [name, name + ".gz"];
        return
        [
            .. from change in (Func<string, string>[])[usual => usual, OtherMark, OfQmnist]
               from candidate in packedOrNot
               select Path.Combine(folder, change(candidate)),
        ];
    }

    private static string OtherMark(string name) => name.Contains(".idx1", StringComparison.OrdinalIgnoreCase)
        ? name.Replace(".idx1", "-idx1", StringComparison.OrdinalIgnoreCase)
        : name.Replace("-idx1", ".idx1", StringComparison.OrdinalIgnoreCase);

    private static string OfQmnist(string name) => name.Replace("idx1-ubyte", "idx2-int", StringComparison.OrdinalIgnoreCase);
}
