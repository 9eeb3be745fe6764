using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>
/// Cleans pictures of single pixels that differ from all around them, as of a bad scan ("salt and pepper"), and of the
/// dots that make up grey in a scan of black and white.
/// </summary>
internal static class SpeckFilter
{
    // By how many levels a speck differs from what is around it.
    private const int LeastDifference = 60;

    // As shares of all pixels: as many specks are dirt; as many dots are made by a program.
    private const double LeastSpecks = 0.0004;
    private const int FewestSpecks = 12;
    private const double LeastDots = 0.03;

    // How many of the pixels of such a scan have one of two values.
    private const double TwoValues = 0.9;

    /// <summary>The picture without specks; the same one if there are none.</summary>
    public static (GreyImage Picture, ImmutableArray<LeftOutMark> LeftOut) Clean(GreyImage picture)
    {
        if (picture.Width < 3 || picture.Height < 3)
            return (picture, []);

        var (alone, dots) = Count(picture);
        if (dots >= LeastDots * picture.Pixels.Length && HasTwoValues(picture))
            return (Sliding.Mean(Sliding.Mean(picture, 1), 1), []);
        if (alone < Math.Max(FewestSpecks, LeastSpecks * picture.Pixels.Length))
            return (picture, []);

        return (
            WithoutSpecks(WithoutSpecks(picture)),
            [new LeftOutMark("speck", new PictureBox(0, 0, picture.Width, picture.Height), alone)]);
    }

    /// <summary>The pixels that none of the eight around are like; and those that none of the four beside are like.
    /// </summary>
    private static (int Alone, int Dots) Count(GreyImage picture)
    {
        var (alone, dots) = (0, 0);
        var width = picture.Width;
        var pixels = picture.Pixels.Span;
        for (var y = 1; y < picture.Height - 1; y++)
        {
            var at = y * width;
            for (var x = 1; x < width - 1; x++)
            {
                var beside = pixels[at + x - 1];
                if (Math.Abs(pixels[at + x] - beside) < LeastDifference || !StandsOut(pixels, at + x, width, beside))
                    continue;
                dots++;
                alone += IsAlone(pixels, at + x, width, mostAlike: 0) ? 1 : 0;
            }
        }

        return (alone, dots);
    }

    /// <summary>Whether a pixel is far darker, or far lighter, than all four beside it.</summary>
    private static bool StandsOut(ReadOnlySpan<byte> pixels, int i, int width, byte left)
    {
        var (least, most) = (Math.Min(left, pixels[i + 1]), Math.Max(left, pixels[i + 1]));
        (least, most) = (Math.Min(least, pixels[i - width]), Math.Max(most, pixels[i - width]));
        (least, most) = (Math.Min(least, pixels[i + width]), Math.Max(most, pixels[i + width]));
        return pixels[i] <= least - LeastDifference || pixels[i] >= most + LeastDifference;
    }

    /// <summary>Whether a pixel is far darker, or far lighter, than all eight around it but so many.</summary>
    private static bool IsAlone(ReadOnlySpan<byte> pixels, int i, int width, int mostAlike)
    {
        var (darker, lighter) = (0, 0);
        for (var row = i - width; row <= i + width; row += width)
        {
            for (var other = row - 1; other <= row + 1; other++)
            {
                darker += pixels[i] <= pixels[other] - LeastDifference ? 1 : 0;
                lighter += pixels[i] >= pixels[other] + LeastDifference ? 1 : 0;
            }
        }

        return Math.Max(darker, lighter) >= 8 - mostAlike;
    }

    private static bool HasTwoValues(GreyImage picture)
    {
        Span<int> histogram = stackalloc int[256];
        foreach (var value in picture.Pixels.Span)
            histogram[value]++;
        histogram.Sort();
        return histogram[255] + histogram[254] >= TwoValues * picture.Pixels.Length;
    }

    /// <summary>Each pixel that at most one around is like gets the median of those around; those at the border of the
    /// picture stay.</summary>
    private static GreyImage WithoutSpecks(GreyImage picture)
    {
        var width = picture.Width;
        var pixels = picture.Pixels.Span;
        var cleaned = pixels.ToArray();
        Span<byte> around = stackalloc byte[9];
        for (var y = 1; y < picture.Height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var i = (y * width) + x;
                if (!IsAlone(pixels, i, width, mostAlike: 1))
                    continue;
                for (var row = 0; row < 3; row++)
                    pixels.Slice(i + ((row - 1) * width) - 1, 3).CopyTo(around[(3 * row)..]);
                around.Sort();
                cleaned[i] = around[4];
            }
        }

        return new GreyImage(width, picture.Height, cleaned);
    }
}
