using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>A hand that never writes a digit twice the same way.</summary>
/// <param name="Random">Its moods.</param>
internal sealed record Hand(Random Random)
{
    /// <summary>The pen's width, in heights of a digit.</summary>
    public double Pen { get; init; } = 0.09;

    /// <summary>How far the points of a stroke stray, in heights of a digit.</summary>
    public double Unsteadiness { get; init; } = 0.018;

    /// <summary>How far the digits lean to the right, in widths a height; and how much this varies.</summary>
    public (double Mean, double Spread) Slant { get; init; } = (0.12, 0.08);

    /// <summary>How far the digits are turned, in degrees either way.</summary>
    public double Turn { get; init; } = 4;

    /// <summary>Whether the pen skips, so that strokes have gaps.</summary>
    public bool Skips { get; init; }

    /// <summary>Writes a digit.</summary>
    /// <param name="digit">Which one.</param>
    /// <param name="left">Where its box begins, in pixels.</param>
    /// <param name="top">Where its box begins, in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="line">Its line, from 0.</param>
    public DrawnDigit Write(int digit, double left, double top, double height, int line = 0)
    {
        var ways = DigitStrokes.Of(digit);
        var strokes = ways[Random.Next(ways.Count)];
        var place = Place(left, top, height);
        var mood = Random.Next();
        var shape = new SKPath();
        foreach (var stroke in strokes)
        {
            using var path = (stroke with { Points = [.. stroke.Points.Select(point => Stray(point, mood))] }).ToPath();
            path.Transform(place);
            shape.Op(Inked(path, height), SKPathOp.Union, shape);
        }

        return new DrawnDigit(digit, line, shape);
    }

    // The end of a stroke and the beginning of another at the same point stray alike.
    private SKPoint Stray(SKPoint point, int mood)
    {
        var random = new Random(HashCode(point) ^ mood);
        return new(
            point.X + (float)(Unsteadiness * Normal(random)), point.Y + (float)(Unsteadiness * Normal(random)));
    }

    private static int HashCode(SKPoint point) => ((int)(point.X * 1000) * 1009) + (int)(point.Y * 1000);

    private SKMatrix Place(double left, double top, double height)
    {
        var lean = Slant.Mean + (Slant.Spread * Normal(Random));
        var turn = Turn * ((2 * Random.NextDouble()) - 1);
        var widen = 0.9 + (0.2 * Random.NextDouble());
        return SKMatrix.CreateTranslation(-0.3f, -0.5f)
            .PostConcat(SKMatrix.CreateScale((float)widen, 1))
            .PostConcat(SKMatrix.CreateSkew((float)-lean, 0))
            .PostConcat(SKMatrix.CreateRotationDegrees((float)turn))
            .PostConcat(SKMatrix.CreateScale((float)height, (float)height))
            .PostConcat(SKMatrix.CreateTranslation((float)(left + (0.3 * height)), (float)(top + (0.5 * height))));
    }

    private SKPath Inked(SKPath path, double height)
    {
        using var paint = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = (float)(Pen * height),
            StrokeCap = Skips ? SKStrokeCap.Butt : SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };

        // After half a height or so, the pen leaves a gap of about half its width.
        if (Skips)
        {
            var on = height * (0.45 + (0.2 * Random.NextDouble()));
            paint.PathEffect = SKPathEffect.CreateDash([(float)on, (float)(0.05 * height)], 0);
        }

        var inked = new SKPath();
        paint.GetFillPath(path, inked);
        return inked;
    }

    private static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
