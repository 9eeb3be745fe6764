namespace MlNetDigits.Pictures;

/// <summary>Turns photos as the camera was held.</summary>
internal static class PictureOrientation
{
    /// <summary>Turns a picture.</summary>
    /// <param name="picture">The picture as it is stored.</param>
    /// <param name="orientation">The number that EXIF has for where the first row and the first column belong: 1 is
    /// as they are, 3 upside down, 6 and 8 a quarter turn; 2, 4, 5 and 7 are the mirrored ones.</param>
    /// <returns>The picture as it is looked at.</returns>
    public static GreyImage Upright(GreyImage picture, int orientation)
    {
        var (right, bottom) = (picture.Width - 1, picture.Height - 1);
        return orientation switch
        {
            2 => Take(picture, false, (x, y) => (right - x, y)),
            3 => Take(picture, false, (x, y) => (right - x, bottom - y)),
            4 => Take(picture, false, (x, y) => (x, bottom - y)),
            5 => Take(picture, true, (x, y) => (y, x)),
            6 => Take(picture, true, (x, y) => (y, bottom - x)),
            7 => Take(picture, true, (x, y) => (right - y, bottom - x)),
            8 => Take(picture, true, (x, y) => (right - y, x)),
            _ => picture,
        };
    }

    private static GreyImage Take(GreyImage picture, bool isTurned, Func<int, int, (int X, int Y)> from)
    {
        var (width, height) = isTurned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var pixels = picture.Pixels.Span;
        var turned = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (column, row) = from(x, y);
                turned[(y * width) + x] = pixels[(row * picture.Width) + column];
            }
        }

        return new GreyImage(width, height, turned);
    }
}
