namespace MlNetDigits.Pictures;

/// <summary>Shrinks big pictures by a whole factor, so that places in the small are places in the big one.</summary>
internal static class WorkingSize
{
    /// <summary>The smallest factor that leaves at most so many pixels.</summary>
    public static int FactorFor(GreyImage picture, int mostPixels)
        => (int)Math.Ceiling(Math.Sqrt((double)picture.Width * picture.Height / mostPixels));

    /// <summary>Each new pixel is the mean of a square of old ones, at the lower right of what is there.</summary>
    public static GreyImage Shrink(GreyImage picture, int factor)
    {
        if (factor <= 1)
            return picture;

        var (width, height) = ((picture.Width + factor - 1) / factor, (picture.Height + factor - 1) / factor);
        var shrunk = new byte[width * height];
        var sums = new int[width];
        for (var row = 0; row < height; row++)
        {
            Array.Clear(sums);
            var (top, bottom) = (row * factor, Math.Min((row + 1) * factor, picture.Height));
            for (var y = top; y < bottom; y++)
                AddRow(picture.Pixels.Span.Slice(y * picture.Width, picture.Width), factor, sums);
            for (var column = 0; column < width; column++)
            {
                var count = (bottom - top) * (Math.Min((column + 1) * factor, picture.Width) - (column * factor));
                shrunk[(row * width) + column] = (byte)((sums[column] + (count / 2)) / count);
            }
        }

        return new GreyImage(width, height, shrunk);
    }

    private static void AddRow(ReadOnlySpan<byte> pixels, int factor, int[] sums)
    {
        for (var column = 0; column < sums.Length; column++)
        {
            var end = Math.Min((column + 1) * factor, pixels.Length);
            var sum = 0;
            for (var x = column * factor; x < end; x++)
                sum += pixels[x];
            sums[column] += sum;
        }
    }
}
