using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>Pages of many digits.</summary>
internal static class PagePictures
{
    private const string Pi = "31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253";

    /// <summary>All of them.</summary>
    public static IEnumerable<DrawnPicture> All() => [Grey(), Notebook(), Board()];

    /// <summary>Grey paper, lit from one side.</summary>
    private static DrawnPicture Grey()
    {
        var random = Moods.Of("page-grey", 0);
        var digits = Write(new Hand(random) { Pen = 0.09 }, [6, 7, 5, 6, 6], height: 55, left: 40, top: 40, step: 82);
        return new DrawnPicture("page-grey", new PaperScene(500, 470, digits)
        {
            Paper = new SKColor(172, 172, 170),
            Ink = new SKColor(40, 40, 44),
            Light = (x, y) => 1.1 - (0.45 * x) - (0.1 * y),
            Grain = 3,
        }, Quality: 80);
    }

    /// <summary>Blue pen on ruled paper, photographed askew from above, the camera held upright but stored lying.</summary>
    private static DrawnPicture Notebook()
    {
        var random = Moods.Of("page-notebook", 0);
        var askew = new SKMatrix { ScaleX = 1, ScaleY = 1, Persp0 = 0.00012f, Persp1 = 0.0001f, Persp2 = 1 };
        var tilt = SKMatrix.CreateRotationDegrees(2.5f).PostConcat(askew);
        var digits = Write(new Hand(random) { Pen = 0.07 }, [8, 8, 7, 8, 5], height: 60, left: 90, top: 60, step: 96);
        foreach (var digit in digits)
            digit.Shape.Transform(tilt);
        return new DrawnPicture("page-notebook", new PaperScene(640, 560, digits)
        {
            Paper = new SKColor(244, 242, 232),
            Ink = new SKColor(45, 62, 140),
            Ruling = canvas =>
            {
                canvas.Concat(tilt);
                using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true, StrokeWidth = 1.6f };
                for (var y = 28f; y < 1000; y += 48)
                    canvas.DrawLine(-200, y, 1300, y, paint);
            },
            Light = (x, y) => 0.95 - (0.35 * Math.Pow(x - 0.3, 2)) - (0.3 * y * y),
            Blur = 1,
            Grain = 3,
        }, Quality: 70)
        { IsTurned = true };
    }

    /// <summary>Chalk on a board, digits of many sizes.</summary>
    private static DrawnPicture Board()
    {
        var random = Moods.Of("page-board", 0);
        var digits = Write(
            new Hand(random) { Pen = 0.1 }, [6, 7, 6], height: 70, left: 45, top: 45, step: 120, spread: 0.25);
        return new DrawnPicture("page-board", new PaperScene(560, 420, digits)
        {
            Paper = new SKColor(40, 44, 48),
            Ink = new SKColor(230, 230, 225),
            InkTexture = 0.5,
            Light = (x, y) => 1 - (0.25 * y),
            Grain = 3,
        }, Quality: 80);
    }

    private static DrawnDigit[] Write(
        Hand hand, int[] lines, double height, double left, double top, double step, double spread = 0.08)
    {
        var digits = new List<DrawnDigit>();
        foreach (var (line, count) in lines.Index())
        {
            var x = left + (height * 0.5 * hand.Random.NextDouble());
            for (var i = 0; i < count; i++)
            {
                var tall = height * (1 + (spread * ((2 * hand.Random.NextDouble()) - 1)));
                var y = top + (line * step) + height - tall + (0.1 * height * hand.Random.NextDouble());
                digits.Add(hand.Write(Pi[digits.Count] - '0', x, y, tall, line));
                x += (0.85 * tall) + (height * 0.45 * hand.Random.NextDouble());
            }
        }

        return [.. digits];
    }
}
