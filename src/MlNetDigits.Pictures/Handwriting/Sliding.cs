namespace MlNetDigits.Pictures;

/// <summary>Filters that look at a square around each pixel, at the edge at what of it is inside the picture.</summary>
internal static class Sliding
{
    /// <summary>The brightest of the square of 2 * <paramref name="reach"/> + 1 pixels a side.</summary>
    public static GreyImage Max(GreyImage picture, int reach) => BothWays(picture, reach, Max);

    /// <summary>The darkest of the square.</summary>
    public static GreyImage Min(GreyImage picture, int reach) => BothWays(picture, reach, Min);

    /// <summary>The mean of the square.</summary>
    public static GreyImage Mean(GreyImage picture, int reach) => BothWays(picture, reach, window =>
    {
        var sum = window.Length / 2;
        foreach (var value in window)
            sum += value;
        return (byte)(sum / window.Length);
    });

    /// <summary>The brightest of the pixels to the left and to the right.</summary>
    public static GreyImage MaxAlongRows(GreyImage picture, int reach) => AlongRows(picture, reach, Max);

    /// <summary>The darkest of the pixels to the left and to the right.</summary>
    public static GreyImage MinAlongRows(GreyImage picture, int reach) => AlongRows(picture, reach, Min);

    private delegate byte Summary(ReadOnlySpan<byte> window);

    private static byte Max(ReadOnlySpan<byte> window)
    {
        var max = window[0];
        foreach (var value in window)
            max = Math.Max(max, value);
        return max;
    }

    private static byte Min(ReadOnlySpan<byte> window)
    {
        var min = window[0];
        foreach (var value in window)
            min = Math.Min(min, value);
        return min;
    }

    private static GreyImage BothWays(GreyImage picture, int reach, Summary summary)
        => Turned(AlongRows(Turned(AlongRows(picture, reach, summary)), reach, summary));

    private static GreyImage AlongRows(GreyImage picture, int reach, Summary summary)
    {
        var filtered = new byte[picture.Pixels.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Pixels.Span.Slice(y * picture.Width, picture.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var (first, end) = (Math.Max(x - reach, 0), Math.Min(x + reach + 1, row.Length));
                filtered[(y * row.Length) + x] = summary(row[first..end]);
            }
        }

        return new GreyImage(picture.Width, picture.Height, filtered);
    }

    /// <summary>Rows become columns.</summary>
    public static GreyImage Turned(GreyImage picture)
    {
        var pixels = picture.Pixels.Span;
        var turned = new byte[pixels.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
                turned[(x * picture.Height) + y] = pixels[(y * picture.Width) + x];
        }

        return new GreyImage(picture.Height, picture.Width, turned);
    }
}
