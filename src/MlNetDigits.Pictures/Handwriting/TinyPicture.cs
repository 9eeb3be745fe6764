namespace MlNetDigits.Pictures;

/// <summary>Enlarges pictures of a few pixels, in which a stroke is hardly a pixel wide and runs off the edge.</summary>
internal static class TinyPicture
{
    // Of the sample of scikit-learn, pictures have 8 pixels a side, of the postal digits of the US 16; cut out of
    // MNIST's frame they have 20.
    private const int LongestSide = 20;

    // A side of about as many pixels as a digit has on a sheet.
    private const int Side = 64;

    // Of 255: below, there is only grain; but those of scikit-learn have levels from 0 to 16 and are saved so.
    private const int LeastRange = 26;
    private const int LeastOfSixteen = 12;
    private const int Sixteen = 16;

    // Up to so many pixels a side, about one digit in forty is read wrong with sure scores.
    private const int TooSmallToBeSure = 13;

    // Grain that passes for strokes falls into more.
    private const int MostPatches = 5;

    // In heights of the picture: two digits side by side are wider.
    private const double WidestDigit = 1.25;

    /// <summary>Whether a picture has so few pixels.</summary>
    public static bool IsTiny(GreyImage picture) => Math.Max(picture.Width, picture.Height) <= LongestSide;

    /// <summary>Whether a tiny picture has room for one digit only.</summary>
    public static bool HoldsOneDigit(GreyImage picture) => picture.Width <= WidestDigit * picture.Height;

    /// <summary>Why no answer is sure in a tiny picture; null if it is large enough and its ink hangs together.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="patches">In how many patches its ink is.</param>
    public static string? Doubt(GreyImage picture, int patches)
        => picture.Height <= TooSmallToBeSure || patches > MostPatches ? "has few pixels" : null;

    /// <summary>The picture with paper around it, enlarged, as black ink on white paper.</summary>
    /// <returns>The same picture, larger; null if it is not tiny, or if all is paper.</returns>
    public static WorkingPicture? Enlarge(GreyImage picture)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        if (!IsTiny(picture))
            return null;

        var pixels = picture.Pixels.ToArray();
        var (low, high) = (pixels.Min(), pixels.Max());
        if (high - low < LeastRange && !(low == 0 && high is >= LeastOfSixteen and <= Sixteen))
            return null;

        var stretched = new GreyImage(
            picture.Width, picture.Height, Array.ConvertAll(pixels, value => (byte)(255 * (value - low) / (high - low))));
        var dark = IsPaperLight(stretched) ? stretched : stretched.Invert();
        return WorkingPicture.Enlarge(dark, Side / longest, (longest / 4) + 1, Paper(dark));
    }

    /// <summary>Whether most corners are light, or else most pixels: strokes may well cover most of the edge.</summary>
    private static bool IsPaperLight(GreyImage picture)
    {
        var pixels = picture.Pixels.ToArray();
        var (right, last) = (picture.Width - 1, pixels.Length - 1);
        byte[] corners = [pixels[0], pixels[right], pixels[last - right], pixels[last]];
        var lightCorners = corners.Count(IsLight);
        return lightCorners == 2 ? 2 * pixels.Count(IsLight) > pixels.Length : lightCorners > 2;
    }

    /// <summary>The median of the lighter half of all levels.</summary>
    private static byte Paper(GreyImage picture)
    {
        byte[] paper = [.. picture.Pixels.ToArray().Where(IsLight).Order()];
        return paper[paper.Length / 2];
    }

    private static bool IsLight(byte value) => value >= 128;
}
