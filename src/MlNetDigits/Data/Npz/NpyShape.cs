namespace MlNetDigits;

/// <summary>Whether an array can be the pictures or the labels of a data set, by its header alone.</summary>
internal static class NpyShape
{
    /// <summary>What is wrong with an array, to follow its name; null if nothing is.</summary>
    public static string? FindProblem(NpyHeader header, bool isPixels)
    {
        ReadOnlySpan<uint> shape = header.Shape.AsSpan();
        if (header.Form is null)
            return $"has numbers of numpy's type '{header.Type}', which cannot be read; {(header.Type.EndsWith('O') ? "objects of Python are programs and are not run here; " : "")}save it as uint8";
        if (shape.IsEmpty)
            return $"is a single number, not {(isPixels ? "pictures" : "labels")}";
        if (shape[0] == 0)
            return $"is empty; it must have at least one {(isPixels ? "picture" : "label")}";
        if (header.IsFortranOrder && shape.Length > 1)
            return "is in Fortran order; save it with numpy.ascontiguousarray(...)";
        return isPixels ? OfPictures(shape[1..]) : OfLabels(shape[1..]);
    }

    private static string? OfPictures(ReadOnlySpan<uint> sizes)
        => PictureShape.IsDigit(sizes) ? null
            : sizes.IsEmpty ? "has one number a picture, so it is no array of pictures"
            : $"has pictures of {PictureShape.Describe(sizes)}; only grey ones of 28 x 28 can be read, so resize them";

    private static string? OfLabels(ReadOnlySpan<uint> sizes) => sizes switch
    {
        [] or [1] => null,
        _ => $"has {string.Join(" x ", sizes.ToArray())} numbers a label, but one is needed; if these are one-hot, save numpy.argmax(y, axis=1)",
    };
}
