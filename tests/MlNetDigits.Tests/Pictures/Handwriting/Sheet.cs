using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Pictures for tests: strokes and real digits on paper.</summary>
internal static class Sheet
{
    /// <summary>The first sample digits that a test asks for, all ten of them in turn.</summary>
    public static IReadOnlyList<(int Label, byte[] Pixels)> Digits { get; } = [.. TestDigits.Test.Records];

    /// <summary>Paper of one brightness.</summary>
    public static GreyImage Blank(int width, int height, byte paper = 255)
    {
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(paper);
        return new GreyImage(width, height, pixels);
    }

    /// <summary>Rectangles of ink on paper of one brightness.</summary>
    public static GreyImage WithBars(int width, int height, byte paper, byte ink, params PictureBox[] bars)
        => Blank(width, height, paper).Change((x, y, value)
            => bars.Any(bar => x >= bar.Left && x < bar.Right && y >= bar.Top && y < bar.Bottom) ? ink : value);

    /// <summary>One sample digit, enlarged, in the middle of a sheet that is twice as wide and high.</summary>
    public static GreyImage WithDigit(byte[] digit, int scale = 5, byte paper = 255, byte ink = 0)
        => WithDigit(digit, scale, 14 * scale, 14 * scale, 56 * scale, 56 * scale, paper, ink);

    /// <summary>One sample digit, enlarged, anywhere on a sheet.</summary>
    public static GreyImage WithDigit(
        byte[] digit, int scale, int left, int top, int width, int height, byte paper = 255, byte ink = 0)
    {
        var side = 28 * scale;
        var enlarged = new GreyImage(28, 28, digit).Resize(side, side);
        return Blank(width, height, paper).Change((x, y, value) =>
        {
            var (column, row) = (x - left, y - top);
            if (column < 0 || row < 0 || column >= side || row >= side)
                return value;
            return paper + ((ink - paper) * enlarged.Pixels.Span[(row * side) + column] / 255.0);
        });
    }

    /// <summary>Sample digits in lines, each in a cell of its own; a number is a digit's place in the sample.</summary>
    public static GreyImage WithLines(int[][] lines, int scale, byte paper = 255, byte ink = 0)
    {
        var cell = 28 * scale;
        var width = cell * lines.Max(line => line.Length);
        var page = Blank(width, cell * lines.Length, paper).Pixels.ToArray();
        foreach (var (row, line) in lines.Index())
        {
            foreach (var (column, number) in line.Index())
            {
                var digit = WithDigit(Digits[number].Pixels, scale, 0, 0, cell, cell, paper, ink);
                for (var y = 0; y < cell; y++)
                {
                    digit.Pixels.Span.Slice(y * cell, cell)
                        .CopyTo(page.AsSpan((((row * cell) + y) * width) + (column * cell)));
                }
            }
        }

        return new GreyImage(width, cell * lines.Length, page);
    }

    /// <summary>Another picture, pixel by pixel.</summary>
    public static GreyImage Change(this GreyImage picture, Func<int, int, byte, double> change)
    {
        var changed = new byte[picture.Pixels.Length];
        for (var i = 0; i < changed.Length; i++)
        {
            var value = change(i % picture.Width, i / picture.Width, picture.Pixels.Span[i]);
            changed[i] = (byte)Math.Clamp(Math.Round(value), 0, 255);
        }

        return new GreyImage(picture.Width, picture.Height, changed);
    }

    /// <summary>Grain of a normal distribution.</summary>
    public static GreyImage WithGrain(this GreyImage picture, double deviation, int seed = 1)
    {
        var random = new Random(seed);
        return picture.Change((_, _, value) => value
            + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));
    }

    /// <summary>The mean difference of two digits, in grey levels a pixel.</summary>
    public static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - b[i]);
        return (double)sum / a.Length;
    }
}
