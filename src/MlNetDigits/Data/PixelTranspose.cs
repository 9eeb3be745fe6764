namespace MlNetDigits;

/// <summary>Sets pictures upright whose rows and columns are exchanged, as EMNIST's are.</summary>
internal static class PixelTranspose
{
    /// <summary>Exchanges rows and columns of pictures.</summary>
    /// <param name="pixels">Any number of pictures of 784 pixels.</param>
    public static void InPlace<T>(Span<T> pixels)
    {
        for (; pixels.Length >= DigitFormat.Pixels; pixels = pixels[DigitFormat.Pixels..])
        {
            for (var row = 0; row < DigitFormat.Rows; row++)
            {
                for (var column = row + 1; column < DigitFormat.Columns; column++)
                {
                    ref var above = ref pixels[(row * DigitFormat.Columns) + column];
                    ref var below = ref pixels[(column * DigitFormat.Columns) + row];
                    (above, below) = (below, above);
                }
            }
        }
    }
}
