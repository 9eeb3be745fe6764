using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>The usual names of data sets in a folder.</summary>
internal static class DigitFolder
{
    public static bool Has(string folder, DigitPart part)
        => Names(part).Any(name => File.Exists(Path.Combine(folder, name))) || FolderSet.All(folder, part).Length > 0;

    public static DigitSource Find(string folder, DigitPart part)
    {
        var names = Names(part);
        if (names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name))) is { } name)
            return DigitFile.Find(Path.Combine(folder, name), part);

        // Other sets have names of their own, and a folder may hold several.
        if (FolderSet.All(folder, part) is [var first, ..] sets)
        {
            return sets.Length == 1
                ? DigitFile.Find(first.Path, part)
                : throw new InvalidInputException(
                    folder,
                    $"the folder holds several sets ({string.Join(", ", sets.Select(set => set.Name))}); name one of the files, such as {Path.GetFileName(first.Path)}");
        }

        var other = part == DigitPart.Train ? DigitPart.Test : DigitPart.Train;
        var hint = Has(folder, other) ? $" (the folder holds {Name(other)} data only)" : "";
        throw new InvalidInputException(
            folder, $"the folder holds no {Name(part)} data{hint}; looked for {string.Join(", ", names)}{OtherFolder.Hint(folder)}");
    }

    // MNIST itself before what was made from it; a raw file before the same file packed, which is slower to read.
    private static ImmutableArray<string> Names(DigitPart part)
    {
        var prefix = part == DigitPart.Train ? "train" : "t10k";
        return
        [
            $"{prefix}-images-idx3-ubyte",
            $"{prefix}-images-idx3-ubyte.gz",
            $"{prefix}-images.idx3-ubyte",
            $"{prefix}-images.idx3-ubyte.gz",
            $"mnist_{Name(part)}.csv",
            $"digits-{Name(part)}.csv",
        ];
    }

    private static string Name(DigitPart part) => part == DigitPart.Train ? "train" : "test";
}
