using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>Pictures of one digit each: all ten digits in each of fourteen ways.</summary>
internal static class SinglePictures
{
    /// <summary>All of them.</summary>
    public static IEnumerable<DrawnPicture> All() =>
    [
        .. Kind("plain", (digit, random) => Sheet(200, 200, new Hand(random).Write(digit, 45, 30, 140))),
        .. Kind("thin", (digit, random) => Sheet(220, 220, new Hand(random) { Pen = 0.018 }.Write(digit, 60, 30, 150))),
        .. Kind("thick", (digit, random) => Sheet(220, 220, new Hand(random) { Pen = 0.22 }.Write(digit, 60, 40, 140))),
        .. Kind("corner", (digit, random) => Sheet(
            320, 240, new Hand(random).Write(digit, random.Next(8, 270), random.Next(8, 180), 45))),
        .. Kind("slanted", (digit, random) => Sheet(
            220, 220, new Hand(random) { Slant = (0.45, 0.1), Turn = 12 }.Write(digit, 60, 40, 130))),
        .. Kind("gaps", (digit, random) => Sheet(200, 200, new Hand(random) { Skips = true }.Write(digit, 45, 30, 140))),
        .. Kind("tiny", (digit, random) => Sheet(18, 22, new Hand(random) { Pen = 0.1 }.Write(digit, 4, 4, 14))),
        .. Kind("grey", quality: 80, draw: (digit, random) => Sheet(
            200, 200, new Hand(random).Write(digit, 45, 30, 130)) with
        {
            Paper = Grey(random.Next(120, 180)),
            Ink = Grey(random.Next(30, 60)),
            Grain = 7,
        }),
        .. Kind("shadow", quality: 85, draw: (digit, random) => Sheet(
            240, 200, new Hand(random).Write(digit, 75, 35, 120)) with
        {
            Paper = Grey(235),
            Ink = Grey(45),
            Light = Shadow(random),
            Grain = 2,
        }),
        .. Kind("board", quality: 85, draw: (digit, random) => Sheet(
            220, 220, new Hand(random) { Pen = 0.1 }.Write(digit, 60, 35, 140)) with
        {
            Paper = new SKColor(38, 62, 50),
            Ink = new SKColor(225, 228, 220),
            InkTexture = 0.6,
            Grain = 3,
        }),
        .. Kind("ruled", quality: 75, draw: (digit, random) => Sheet(
            220, 200, new Hand(random) { Pen = 0.06 }.Write(digit, 60, 35, 120)) with
        {
            Paper = new SKColor(246, 244, 236),
            Ink = new SKColor(40, 60, 150),
            Ruling = Lines(every: 34, thick: 1.6f, width: 220, height: 200),
            Light = (x, y) => 1 - (0.2 * x) - (0.1 * y),
            Blur = 1,
            Grain = 2,
        }),
        .. Kind("pencil", quality: 80, draw: (digit, random) => Sheet(
            220, 220, new Hand(random) { Pen = 0.05 }.Write(digit, 60, 35, 140)) with
        {
            Paper = new SKColor(240, 240, 238),
            Ink = new SKColor(115, 115, 118),
            InkTexture = 0.7,
            Ruling = Squares(every: 28, thick: 1.2f, side: 220),
            RulingColour = new SKColor(195, 210, 225),
            Grain = 2,
        }),
        .. Kind("colour", (digit, random) => Sheet(180, 200, new Hand(random).Write(digit, 45, 35, 120)) with
        {
            Paper = new SKColor(255, 248, 225),
            Ink = Colours[digit],
        }),
        .. Kind("large", quality: 40, draw: (digit, random) => Sheet(
            1600, 1200, new Hand(random) { Pen = 0.07 }.Write(digit, 500, 250, 720)) with
        {
            Paper = Grey(225),
            Ink = new SKColor(35, 35, 60),
            Light = (x, y) => 1 - (0.9 * (Math.Pow(x - 0.45, 2) + Math.Pow(y - 0.4, 2))),
            Blur = 3,
            Grain = 1,
        }),
    ];

    private static readonly SKColor[] Colours =
    [
        new(200, 30, 40), new(30, 130, 60), new(220, 120, 20), new(120, 50, 160), new(20, 110, 190),
        new(170, 20, 90), new(110, 80, 40), new(0, 140, 150), new(200, 60, 120), new(90, 110, 20),
    ];

    private static IEnumerable<DrawnPicture> Kind(string kind, Func<int, Random, PaperScene> draw, int? quality = null)
        => Enumerable.Range(0, 10).Select(digit => new DrawnPicture(kind, draw(digit, Moods.Of(kind, digit)), quality));

    private static PaperScene Sheet(int width, int height, DrawnDigit digit) => new(width, height, [digit]);

    private static SKColor Grey(int level) => new((byte)level, (byte)level, (byte)level);

    /// <summary>Light that falls off to one side, and the shadow of something with a soft edge.</summary>
    private static Func<double, double, double> Shadow(Random random)
    {
        var (edge, slope) = (0.3 + (0.4 * random.NextDouble()), random.NextDouble() - 0.5);
        return (x, y) => (1 - (0.35 * y)) * (0.5 + (0.5 / (1 + Math.Exp((x + (slope * y) - edge) / 0.02))));
    }

    private static Action<SKCanvas> Lines(int every, float thick, int width, int height) => canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true, StrokeWidth = thick };
        for (var y = every / 2f; y < height; y += every)
            canvas.DrawLine(0, y, width, y + 1, paint);
    };

    private static Action<SKCanvas> Squares(int every, float thick, int side) => canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true, StrokeWidth = thick };
        for (var at = every / 3f; at < side; at += every)
        {
            canvas.DrawLine(0, at, side, at, paint);
            canvas.DrawLine(at, 0, at, side, paint);
        }
    };
}
