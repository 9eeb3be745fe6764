using MlNetDigits.Pictures;

namespace MlNetDigits.Benchmarks;

/// <summary>A page of digits of MNIST in lines, and where they are.</summary>
/// <param name="Picture">The page.</param>
/// <param name="Digits">Box, label and line of each digit, in reading order.</param>
internal sealed record MnistPage(GreyImage Picture, IReadOnlyList<(PictureBox Box, int Label, int Line)> Digits)
{
    private const int Lines = 5;

    /// <summary>Makes a page of five lines.</summary>
    /// <param name="way">What is special about it.</param>
    /// <param name="digits">Where digits are taken from.</param>
    /// <param name="seed">Which page.</param>
    public static MnistPage Make(PageWay way, IReadOnlyList<DigitRecord> digits, int seed)
    {
        var random = new Random(seed);
        var high = 20 * way.Scale;
        var width = (int)(high * 16);
        var height = (int)((high * (3 + (way.LineStep * Lines))) + (Math.Abs(way.Slope) * width));
        var ink = new double[width * height];
        var truth = new List<(PictureBox, int, int)>();
        for (var line = 0; line < Lines; line++)
        {
            for (var x = high * (0.7 + random.NextDouble()); ;)
            {
                var record = digits[random.Next(digits.Count)];
                var digit = Cut(record.Pixels, way.Scale * (0.85 + (0.3 * random.NextDouble())));
                if (x + digit.Width > width - (high / 2))
                    break;
                var y = (high * (1.2 + (line * way.LineStep) + (way.Jitter * ((2 * random.NextDouble()) - 1))))
                    + (way.Slope * (way.Slope < 0 ? x - width : x)) + high - digit.Height;
                truth.Add((Put(digit, ink, width, (int)x, (int)y), record.Label, line));
                x += digit.Width + (high * (way.Gap + (way.Gap * 2 * random.NextDouble())));
            }
        }

        var pixels = ink.Select((share, i) => way.Grey(
            share, (double)(i % width) / width, (double)(i / width) / height, i / width % (int)(high * 0.85) < 2, random));
        return new MnistPage(new GreyImage(width, height, pixels.ToArray()), truth);
    }

    private static GreyImage Cut(ReadOnlyMemory<byte> pixels, double scale)
    {
        var digit = InkCoverage.Trim(new GreyImage(28, 28, pixels));
        return digit.Resize((int)Math.Max(digit.Width * scale, 1), (int)Math.Max(digit.Height * scale, 1));
    }

    private static PictureBox Put(GreyImage digit, double[] ink, int width, int left, int top)
    {
        var covered = new List<(int X, int Y)>();
        for (var i = 0; i < digit.Pixels.Length; i++)
        {
            var (x, y) = (left + (i % digit.Width), top + (i / digit.Width));
            var share = digit.Pixels.Span[i] / 255.0;
            ink[(y * width) + x] = Math.Max(ink[(y * width) + x], share);
            if (share >= 0.5)
                covered.Add((x, y));
        }

        var (first, highest) = (covered.Min(place => place.X), covered.Min(place => place.Y));
        return new PictureBox(
            first, highest, covered.Max(place => place.X) + 1 - first, covered.Max(place => place.Y) + 1 - highest);
    }
}
