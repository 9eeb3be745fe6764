using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>A line that the pen draws without being lifted.</summary>
/// <param name="Points">Where it goes through.</param>
/// <param name="IsCurve">Smoothly; otherwise straight from point to point.</param>
internal sealed record PenStroke(SKPoint[] Points, bool IsCurve)
{
    /// <summary>The stroke as a path: straight lines, or cubic curves through the points (Catmull-Rom).</summary>
    public SKPath ToPath()
    {
        var path = new SKPath();
        path.MoveTo(Points[0]);
        for (var i = 1; i < Points.Length; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            var (before, after) = (Points[Math.Max(i - 2, 0)], Points[Math.Min(i + 1, Points.Length - 1)]);
            if (IsCurve)
                path.CubicTo(Along(from, before, to), Along(to, after, from), to);
            else
                path.LineTo(to);
        }

        return path;
    }

    private static SKPoint Along(SKPoint point, SKPoint before, SKPoint after)
        => new(point.X + ((after.X - before.X) / 6), point.Y + ((after.Y - before.Y) / 6));
}
