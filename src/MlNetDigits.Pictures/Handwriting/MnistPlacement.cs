namespace MlNetDigits.Pictures;

/// <summary>
/// Brings a digit into the form of MNIST's pictures: fitted into 20 x 20 with its aspect ratio, then placed in 28 x 28
/// with its centre of mass in the middle.
/// </summary>
/// <remarks>
/// What exactly that is was measured on MNIST's 70,000 pictures, with the first pixel's middle at 0 (so that the whole
/// reaches from -0.5 to 27.5, and its middle is 13.5). The longer side of the box around all pixels above 0 is 20 for
/// 69,984 of them and 19 for the others. The centre of mass is at 14, not at 13.5, to the nearest whole pixel: all but
/// two lie in [13.5, 14.5] both ways, evenly spread, with a mean of 14.00. The brightest pixel is 254 or 255. So MNIST's
/// makers moved the fitted digits by whole pixels, as is done here.
/// </remarks>
internal static class MnistPlacement
{
    private const int Side = 20;
    private const int Centre = 14;

    /// <summary>Fits and places.</summary>
    /// <param name="ink">The digit, cut out to its own box: 0 is paper, 255 is ink.</param>
    /// <returns>784 pixels.</returns>
    public static byte[] Place(GreyImage ink)
    {
        // Of the ways to resize, the cubic one brings MNIST's digits, enlarged five times, nearest to what they were.
        var small = Strengthen(MakeSquare(ink).Resize(Side, Side, ResizeKernel.Cubic));
        var (x, y) = CentreOfMass(small);
        var (left, top) = (Shift(x), Shift(y));
        var pixels = new byte[DigitFormat.Pixels];
        for (var row = 0; row < Side; row++)
        {
            small.Pixels.Span.Slice(row * Side, Side)
                .CopyTo(pixels.AsSpan(((top + row) * DigitFormat.Columns) + left));
        }

        return pixels;
    }

    /// <summary>The mean place of the ink, with the first pixel's middle at 0.</summary>
    public static (double X, double Y) CentreOfMass(GreyImage ink)
    {
        var (mass, x, y) = (0L, 0L, 0L);
        var pixels = ink.Pixels.Span;
        for (var i = 0; i < pixels.Length; i++)
        {
            mass += pixels[i];
            x += pixels[i] * (i % ink.Width);
            y += pixels[i] * (i / ink.Width);
        }

        return mass == 0 ? ((ink.Width - 1) / 2.0, (ink.Height - 1) / 2.0) : ((double)x / mass, (double)y / mass);
    }

    // A digit whose mass is all at one side would stick out of the picture.
    private static int Shift(double centre)
        => Math.Clamp((int)Math.Round(Centre - centre), 0, DigitFormat.Columns - Side);

    private static GreyImage MakeSquare(GreyImage ink)
    {
        var side = Math.Max(ink.Width, ink.Height);
        var square = new byte[side * side];
        var (left, top) = ((side - ink.Width) / 2, (side - ink.Height) / 2);
        for (var row = 0; row < ink.Height; row++)
        {
            ink.Pixels.Span.Slice(row * ink.Width, ink.Width).CopyTo(square.AsSpan(((top + row) * side) + left));
        }

        return new GreyImage(side, side, square);
    }

    /// <summary>The brightest pixel becomes 255, as in MNIST.</summary>
    private static GreyImage Strengthen(GreyImage ink)
    {
        var brightest = 1;
        foreach (var value in ink.Pixels.Span)
            brightest = Math.Max(brightest, value);
        return new GreyImage(
            ink.Width, ink.Height, Array.ConvertAll(ink.Pixels.ToArray(), value => (byte)(value * 255 / brightest)));
    }
}
