using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MlNetDigits;

/// <summary>A set in a folder that is named as EMNIST's and QMNIST's are, or an .npz file.</summary>
/// <param name="Name">The set's name, such as <c>emnist-letters</c>.</param>
/// <param name="Path">Its images file, or the file.</param>
internal sealed partial record FolderSet(string Name, string Path)
{
    /// <summary>The sets of a folder that have a part, by name.</summary>
    public static ImmutableArray<FolderSet> All(string folder, DigitPart part)
    {
        if (!Directory.Exists(folder))
            return [];

        // A raw file before the same file packed.
        return
        [
            .. Directory.EnumerateFiles(folder)
                .Select(path => Of(path, part))
                .OfType<FolderSet>()
                .GroupBy(set => set.Name)
                .Select(files => files.MinBy(file => file.Path.Length)!)
                .OrderBy(set => set.Name, StringComparer.Ordinal),
        ];
    }

    private static FolderSet? Of(string path, DigitPart part)
    {
        var file = System.IO.Path.GetFileName(path);
        if (file.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
            return !file.StartsWith('.') && DigitFile.IsNpz(path) && NpzFile.Has(path, part) ? new FolderSet(file, path) : null;
        var match = ImagesName().Match(file);
        var isPart = match.Groups["part"].Value.Equals("train", StringComparison.OrdinalIgnoreCase) == (part == DigitPart.Train);
        return match.Success && isPart ? new FolderSet(match.Groups["set"] is { Success: true } set ? set.Value : "of no name", path) : null;
    }

    [GeneratedRegex(@"^((?<set>[^.].*)[-_])?(?<part>train|test|t10k)-images[-.]idx3-ubyte(\.gz)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImagesName();
}
