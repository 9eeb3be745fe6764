namespace MlNetDigits.Pictures;

/// <summary>Sees ink whose colour differs from the paper's, but hardly its brightness: yellow on white, blue on red.</summary>
internal static class ColourInk
{
    // So many pixels tell all: of a larger picture, only these are looked at.
    private const int MostSamples = 1 << 13;

    // Distances of colours: white and black are 1 apart, white and pure yellow 0.2.
    private const double FaintestColour = 0.05;
    private const double MostColourless = 0.02;

    // In standard deviations of the paper's grain; and in distances of the plainest ink, that is so far away that fewer
    // pixels are farther than this share: its soft edges and a notebook's pale lines are nearer.
    private const double Grain = 6;
    private const double Farther = 0.02;
    private const double InkOfPlainest = 0.4;

    // The share of the paper's light that grey ink takes away at least, but for the few pixels that may take less.
    private const double PlainInGrey = 0.2;
    private const double Paler = 0.1;

    // Of the pixels; there is no ink if there is less.
    private const double LeastInk = 0.0003;

    // How dark the plainest ink becomes, and how many times a distance is made larger at most, since the grain of the
    // paper is made larger too.
    private const double Darkness = 0.8;
    private const double MostGain = 3;

    /// <summary>Looks for such ink.</summary>
    /// <param name="rgba">Four bytes a pixel, row by row, the colours not multiplied by the opacity.</param>
    /// <param name="width">The columns.</param>
    /// <param name="behind">The brightness behind what is transparent.</param>
    /// <returns>Dark ink on white; null if the ink, or whatever else stands out most, is as plain in grey.</returns>
    public static GreyImage? Of(ReadOnlySpan<byte> rgba, int width, byte behind)
    {
        var samples = Samples(rgba, width, behind);
        if (samples.All(sample => MathF.Abs(sample.Colour.Red) + MathF.Abs(sample.Colour.Yellow) < MostColourless))
            return null;

        // The fit takes time, and is needed in uneven light alone: most pictures are told from the colour of their edge.
        if (Look(samples, PaperColour.OfEdge(samples)) is { IsPlainInGrey: true })
            return null;

        var paper = PaperColour.Fit(samples);
        return Look(samples, paper) is { IsPlainInGrey: false } ink
            ? Distances(rgba, width, behind, paper, ink.Plainest)
            : null;
    }

    /// <summary>Pixels at even steps, the outermost rows and columns among them.</summary>
    private static PlacedColour[] Samples(ReadOnlySpan<byte> rgba, int width, byte behind)
    {
        var height = rgba.Length / 4 / width;
        var step = Math.Max(1, (int)Math.Ceiling(Math.Sqrt((double)width * height / MostSamples)));
        var samples = new List<PlacedColour>();
        for (var y = 0; y < height; y += step)
        {
            for (var x = 0; x < width; x += step)
            {
                var (red, green, blue) = Opaque(rgba, (y * width) + x, behind);
                var isEdge = x == 0 || y == 0 || x + step >= width || y + step >= height;
                var brightness = (0.299f * red) + (0.587f * green) + (0.114f * blue);
                samples.Add(new(Place(x, width), Place(y, height), OkLab.Of(red, green, blue), brightness, isEdge));
            }
        }

        return [.. samples];
    }

    /// <summary>How far the plainest ink's colour is from the paper's, and whether grey shows it as well; null if there
    /// is none.</summary>
    private static (double Plainest, bool IsPlainInGrey)? Look(PlacedColour[] samples, PaperColour paper)
    {
        var inks = Array.ConvertAll(samples, sample => Ink.Of(sample, paper));
        Array.Sort(inks, (a, b) => a.Distance.CompareTo(b.Distance));

        // Half of the paper's pixels are nearer than 1.2 deviations of the grain, which has three dimensions in colours.
        var faintest = Math.Max(FaintestColour, Grain * inks[inks.Length / 2].Distance / 1.2);
        var far = inks.SkipWhile(ink => ink.Distance < faintest).ToArray();
        if (far.Length < Math.Max(2, LeastInk * inks.Length))
            return null;

        var plainest = far[^(1 + (int)(Farther * far.Length))].Distance;
        var ink = far.Where(ink => ink.Distance >= InkOfPlainest * plainest).ToArray();
        return (plainest, Low(ink, one => one.Darkness) >= PlainInGrey || Low(ink, one => one.Hue) < FaintestColour);
    }

    private static double Low(Ink[] ink, Func<Ink, double> of) => ink.Select(of).Order().ElementAt((int)(Paler * ink.Length));

    private static GreyImage Distances(ReadOnlySpan<byte> rgba, int width, byte behind, PaperColour paper, double plainest)
    {
        var height = rgba.Length / 4 / width;
        var gain = Math.Min(Darkness / plainest, MostGain);
        var grey = new byte[width * height];
        for (var i = 0; i < grey.Length; i++)
        {
            var (red, green, blue) = Opaque(rgba, i, behind);
            var here = paper.At(Place(i % width, width), Place(i / width, height)).Colour;
            grey[i] = (byte)(255 * (1 - Math.Min(gain * OkLab.Of(red, green, blue).Distance(here), 1)));
        }

        return new GreyImage(width, height, grey);
    }

    private static (byte Red, byte Green, byte Blue) Opaque(ReadOnlySpan<byte> rgba, int index, byte behind)
    {
        var pixel = rgba.Slice(index * 4, 4);
        var through = behind * (255 - pixel[3]);
        return (
            (byte)(((pixel[0] * pixel[3]) + through) / 255),
            (byte)(((pixel[1] * pixel[3]) + through) / 255),
            (byte)(((pixel[2] * pixel[3]) + through) / 255));
    }

    private static float Place(int at, int count) => count == 1 ? 0 : (2f * at / (count - 1)) - 1;

    /// <summary>What a pixel differs in from the paper.</summary>
    /// <param name="Distance">Of the colours.</param>
    /// <param name="Hue">The same but for lightness.</param>
    /// <param name="Darkness">The share of the paper's light that is missing, or of what the paper lacks.</param>
    private readonly record struct Ink(double Distance, double Hue, double Darkness)
    {
        public static Ink Of(PlacedColour pixel, PaperColour paper)
        {
            var (colour, brightness) = paper.At(pixel.X, pixel.Y);
            var missing = brightness - pixel.Brightness;
            return new(
                pixel.Colour.Distance(colour),
                pixel.Colour.HueDistance(colour),
                missing >= 0 ? missing / Math.Max(brightness, 1) : -missing / Math.Max(255 - brightness, 1));
        }
    }
}
