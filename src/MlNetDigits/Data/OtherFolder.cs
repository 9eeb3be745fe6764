namespace MlNetDigits;

/// <summary>What is to be said of a folder that holds no data set of its own.</summary>
internal static class OtherFolder
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"];

    /// <summary>A hint that follows the complaint; empty if there is nothing to say.</summary>
    public static string Hint(string folder)
    {
        string[] below = [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)];
        if (below.FirstOrDefault(HoldsSet) is { } set)
            return $"; its folder {Path.GetFileName(set)} holds data, so name that";
        if (below.FirstOrDefault(HoldsPictures) is { } pictures)
            return $"; it holds folders of pictures ({Path.GetFileName(pictures)}), which cannot be learned from as they are: write them as CSV, a label and 784 pixels a line, or with numpy.savez as .npz";
        return HoldsPictures(folder)
            ? "; it holds pictures, which 'digits predict' reads: to learn from them, write them as CSV, a label and 784 pixels a line, or with numpy.savez as .npz"
            : "";
    }

    private static bool HoldsSet(string folder)
        => Enum.GetValues<DigitPart>().Any(part => DigitFolder.Has(folder, part));

    private static bool HoldsPictures(string folder)
        => Directory.EnumerateFiles(folder).Any(file => Pictures.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
}
