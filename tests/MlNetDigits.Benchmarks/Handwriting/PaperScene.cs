using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>Digits on paper, and how they are lit and photographed.</summary>
/// <param name="Width">The picture's width in pixels.</param>
/// <param name="Height">The picture's height in pixels.</param>
/// <param name="Digits">What is written.</param>
internal sealed record PaperScene(int Width, int Height, IReadOnlyList<DrawnDigit> Digits)
{
    /// <summary>The paper's colour.</summary>
    public SKColor Paper { get; init; } = SKColors.White;

    /// <summary>The ink's colour.</summary>
    public SKColor Ink { get; init; } = SKColors.Black;

    /// <summary>How uneven the ink takes to the paper, as pencil and chalk do: 0 not at all, 1 down to bare paper.</summary>
    public double InkTexture { get; init; }

    /// <summary>Printed lines, drawn before the ink; null for none.</summary>
    public Action<SKCanvas>? Ruling { get; init; }

    /// <summary>The colour of the printed lines.</summary>
    public SKColor RulingColour { get; init; } = new(150, 180, 220);

    /// <summary>The light at a place, in shares of the width and of the height: 1 shows colours as they are.</summary>
    public Func<double, double, double> Light { get; init; } = (_, _) => 1;

    /// <summary>How far the lens blurs, in pixels either way.</summary>
    public int Blur { get; init; }

    /// <summary>The camera's grain: its standard deviation in grey levels.</summary>
    public double Grain { get; init; }

    /// <summary>Draws the picture.</summary>
    public SKBitmap Draw(Random random)
    {
        var ink = DrawnDigit.Coverage(Digits, Width, Height);
        var lines = Ruling is null ? null : DrawnDigit.Coverage(Width, Height, Ruling);
        var texture = InkTexture == 0 ? null : Texture(random);
        var planes = new[] { (SKColor colour) => colour.Red, colour => colour.Green, colour => colour.Blue }
            .Select(channel => Blurred([.. ink.Select((covered, i) =>
            {
                var printed = Mix(channel(Paper), channel(RulingColour), lines is null ? 0 : lines[i] / 255.0);
                var share = covered / 255.0 * (1 - (InkTexture * (texture?[i] ?? 0)));
                return Mix(printed, channel(Ink), share) * Light((i % Width + 0.5) / Width, (i / Width + 0.5) / Height);
            })]))
            .ToArray();

        var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < ink.Length; i++)
        {
            var grain = Grain * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            for (var channel = 0; channel < 3; channel++)
                pixels[(i * 4) + channel] = (byte)Math.Clamp(Math.Round(planes[channel][i] + grain), 0, 255);
            pixels[(i * 4) + 3] = 255;
        }

        return bitmap;
    }

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);

    /// <summary>Spots of about two pixels, 0 to 1, most of them small.</summary>
    private double[] Texture(Random random)
    {
        double[] spots = [.. Enumerable.Range(0, Width * Height).Select(_ => random.NextDouble())];
        return [.. Smooth(Smooth(spots, 1, 1), Width, 1).Select(spot => Math.Clamp((spot - 0.35) * 2.2, 0, 1))];
    }

    private double[] Blurred(double[] plane) => Blur == 0 ? plane : Smooth(Smooth(plane, 1, Blur), Width, Blur);

    /// <summary>Means along the rows (step 1) or the columns (step of a row).</summary>
    private double[] Smooth(double[] plane, int step, int reach)
    {
        var smooth = new double[plane.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            var (at, end) = step == 1 ? (i % Width, Width) : (i / Width, Height);
            var (first, last) = (Math.Max(-reach, -at), Math.Min(reach, end - 1 - at));
            for (var j = first; j <= last; j++)
                smooth[i] += plane[i + (j * step)] / (last - first + 1);
        }

        return smooth;
    }
}
