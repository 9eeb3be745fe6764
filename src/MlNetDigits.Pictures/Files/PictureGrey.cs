namespace MlNetDigits.Pictures;

/// <summary>Makes grey pictures of coloured and of transparent ones, so that the ink is seen.</summary>
internal static class PictureGrey
{
    private const byte White = 255;
    private const byte Black = 0;

    // If nothing is darker, light strokes on white paper are all that there can be.
    private const byte NearlyWhite = 230;

    // A canvas: so much of the picture shows what is behind it. Its strokes are light if hardly any of them is darker than
    // this; darker ones are plain to see on white.
    private const double LeastSeenThrough = 0.4;
    private const int LightStroke = 180;
    private const double MostDarkStrokes = 0.05;

    /// <summary>
    /// The brightness of a picture; its distance from the colour of the paper where the ink has another colour but hardly
    /// another brightness. What is transparent shows white paper, or black if the strokes are light.
    /// </summary>
    /// <param name="rgba">Four bytes a pixel, row by row, the colours not multiplied by the opacity.</param>
    /// <param name="width">The columns.</param>
    /// <param name="height">The rows.</param>
    public static GreyImage Of(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var (grey, paper) = Brightness(rgba);
        return ColourInk.Of(rgba, width, paper) ?? new GreyImage(width, height, grey);
    }

    private static (byte[] Grey, byte Paper) Brightness(ReadOnlySpan<byte> rgba)
    {
        if (!HasLightStrokes(rgba) && Brightness(rgba, White) is var onWhite
            && onWhite.AsSpan().IndexOfAnyInRange(byte.MinValue, NearlyWhite) >= 0)
        {
            return (onWhite, White);
        }

        return (Brightness(rgba, Black), Black);
    }

    private static byte[] Brightness(ReadOnlySpan<byte> rgba, byte paper)
    {
        var grey = new byte[rgba.Length / 4];
        for (var i = 0; i < grey.Length; i++)
        {
            var pixel = rgba.Slice(i * 4, 4);
            grey[i] = (byte)(((Luma(pixel) * pixel[3]) + (paper * (255 - pixel[3]))) / 255);
        }

        return grey;
    }

    /// <summary>Whether the picture is a canvas that nothing but light strokes were drawn on.</summary>
    private static bool HasLightStrokes(ReadOnlySpan<byte> rgba)
    {
        var strokes = 0L;
        for (var i = 3; i < rgba.Length; i += 4)
            strokes += rgba[i];
        if (strokes > (1 - LeastSeenThrough) * 255 * (rgba.Length / 4))
            return false;

        var dark = 0L;
        for (var i = 0; i < rgba.Length; i += 4)
            dark += Luma(rgba.Slice(i, 4)) < LightStroke ? rgba[i + 3] : 0;
        return dark < MostDarkStrokes * strokes;
    }

    private static int Luma(ReadOnlySpan<byte> pixel)
        => ((299 * pixel[0]) + (587 * pixel[1]) + (114 * pixel[2])) / 1000;
}
