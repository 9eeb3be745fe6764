namespace MlNetDigits.Pictures;

/// <summary>Tells whether a picture is as those of MNIST are, so that it needs no preparing.</summary>
public static class MnistForm
{
    // MNIST's digits are 20 or 19 pixels long; those of the sample up to 22, since they are softer.
    private const int Shortest = 18;
    private const int Longest = 22;

    // MNIST's centres of mass are within 0.52 pixels of 14, those of the sample within 0.57.
    private const double Centre = 14;
    private const double FarthestOff = 0.6;

    /// <summary>
    /// Whether the ink is fitted and centred as MNIST's: the longer side of the box around it is 18 to 22 pixels, and
    /// its centre of mass at column and row 14 (from 0), to 0.6. So are all 70,000 pictures of MNIST and all 5,000 of the
    /// sample.
    /// </summary>
    /// <param name="pixels">784 raw pixels, row by row: 0 is background, 255 is ink.</param>
    /// <returns>False for a blank picture too.</returns>
    /// <exception cref="ArgumentException">The number of pixels is another.</exception>
    public static bool Matches(ReadOnlyMemory<byte> pixels)
    {
        if (pixels.Length != DigitFormat.Pixels)
            throw new ArgumentException($"A digit has 784 pixels, not {pixels.Length}.", nameof(pixels));

        var ink = new GreyImage(DigitFormat.Columns, DigitFormat.Rows, pixels);
        var (x, y) = MnistPlacement.CentreOfMass(ink);
        return Math.Abs(x - Centre) <= FarthestOff
            && Math.Abs(y - Centre) <= FarthestOff
            && LongerSide(pixels.Span) is >= Shortest and <= Longest;
    }

    private static int LongerSide(ReadOnlySpan<byte> pixels)
    {
        var (left, top, right, bottom) = (DigitFormat.Columns, DigitFormat.Rows, 0, 0);
        for (var i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] == 0)
                continue;
            var (x, y) = (i % DigitFormat.Columns, i / DigitFormat.Columns);
            (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
        }

        return Math.Max(right - left, bottom - top);
    }
}
