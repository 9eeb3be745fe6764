namespace MlNetDigits;

/// <summary>The sizes of a picture in an array of pictures.</summary>
internal static class PictureShape
{
    /// <summary>Whether a picture is a digit's: 28 x 28, or 784 in a row, with or without a dimension for its one colour.</summary>
    /// <param name="sizes">The sizes without the number of pictures.</param>
    public static bool IsDigit(ReadOnlySpan<uint> sizes) => sizes switch
    {
        [DigitFormat.Pixels] or [1, DigitFormat.Pixels] or [DigitFormat.Pixels, 1] => true,
        [DigitFormat.Rows, DigitFormat.Columns] => true,
        [DigitFormat.Rows, DigitFormat.Columns, 1] or [1, DigitFormat.Rows, DigitFormat.Columns] => true,
        _ => false,
    };

    /// <summary>The sizes in words.</summary>
    public static string Describe(ReadOnlySpan<uint> sizes) => $"{string.Join(" x ", sizes.ToArray())} {(sizes.Length == 2 ? "pixels" : "numbers")}";
}
