using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What a file holds.</summary>
internal enum InputKind
{
    /// <summary>A picture, of whatever kind, or nothing that is known.</summary>
    Picture,

    /// <summary>Text with one line a picture.</summary>
    Csv,

    /// <summary>Pictures in MNIST's own format.</summary>
    Idx,

    /// <summary>Arrays of numpy.</summary>
    Npz,
}

/// <summary>Finds out what a file holds: by what is in it, and only if that does not tell by its name.</summary>
internal static class InputKinds
{
    private const int LooksAt = 4096;

    // Text with so many separators at its start is no letter to a friend.
    private const int LeastSeparators = 50;

    private static readonly string[] TextEndings = [".csv", ".tsv", ".arff"];

    /// <summary>Looks at a file's start.</summary>
    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public static InputKind Of(string path)
    {
        var start = FileSignature.ReadStart(path, LooksAt);
        return PictureSignature.IsPicture(start) ? InputKind.Picture
            : DigitFile.IsIdx(path) ? InputKind.Idx
            : DigitFile.IsNpz(path) ? InputKind.Npz
            : TextEndings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || HoldsRows(start) ? InputKind.Csv
            : InputKind.Picture;
    }

    private static bool HoldsRows(ReadOnlySpan<byte> start)
        => FileSignature.DescribeBinary(start) is null
            && start.IndexOfAny("<{"u8) < 0
            && start.Count((byte)',') + start.Count((byte)';') + start.Count((byte)'\t') >= LeastSeparators;
}
