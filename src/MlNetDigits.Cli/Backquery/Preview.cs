using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Backquery;

/// <summary>
/// An imagined digit in text. It has hardly a pixel that is quite black or white and a lot of grain, so it is made
/// coarser first, and its darkest part is drawn.
/// </summary>
internal static class Preview
{
    /// <summary>The characters of a line of a small preview.</summary>
    public const int SmallSide = DigitFormat.Columns / 2;

    private const double InkShare = 0.3;

    /// <summary>Seven lines of 14 characters.</summary>
    public static string[] Small(ImmutableArray<byte> pixels) => Render(Coarse(pixels));

    /// <summary>Fourteen lines of 28 characters.</summary>
    public static string[] Large(ImmutableArray<byte> pixels)
        => Render(Coarse(pixels).Resize(DigitFormat.Columns, DigitFormat.Rows, ResizeKernel.Cubic));

    private static GreyImage Coarse(ImmutableArray<byte> pixels)
        => new GreyImage(DigitFormat.Columns, DigitFormat.Rows, pixels.AsMemory()).Resize(SmallSide, SmallSide);

    private static string[] Render(GreyImage ink)
    {
        byte[] sorted = [.. ink.Pixels.ToArray().Order()];
        var lightest = sorted[^Math.Max(1, (int)(sorted.Length * InkShare))];

        // All of one grey is no ink.
        var threshold = lightest == sorted[0] ? byte.MaxValue + 1 : lightest;
        return HalfBlockText.Render(ink.Pixels.Span, ink.Width, threshold)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
