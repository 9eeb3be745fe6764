using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Draws lines, boxes, circles and grids on pictures for tests.</summary>
internal static class Pen
{
    /// <summary>A straight line.</summary>
    public static GreyImage WithLine(
        this GreyImage picture, double x0, double y0, double x1, double y1, double thickness, byte ink = 20)
    {
        var (right, down) = (x1 - x0, y1 - y0);
        var square = Math.Max((right * right) + (down * down), 1e-9);
        return picture.WithStroke(thickness, ink, (x, y) =>
        {
            var along = Math.Clamp((((x - x0) * right) + ((y - y0) * down)) / square, 0, 1);
            return Math.Sqrt(Math.Pow(x - x0 - (along * right), 2) + Math.Pow(y - y0 - (along * down), 2));
        });
    }

    /// <summary>A box, its lines turned about its middle by some degrees.</summary>
    public static GreyImage WithBox(
        this GreyImage picture, double left, double top, double width, double height, double thickness, double degrees = 0)
        => picture.WithGrid(left, top, width, height, 1, 1, thickness, degrees);

    /// <summary>A grid of cells.</summary>
    public static GreyImage WithGrid(
        this GreyImage picture, double left, double top, double width, double height, int rows, int columns, double thickness,
        double degrees = 0)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (middleX, middleY) = (left + (width / 2), top + (height / 2));
        (double X, double Y) Turned(double x, double y) => (
            middleX + ((x - middleX) * cos) - ((y - middleY) * sin),
            middleY + ((x - middleX) * sin) + ((y - middleY) * cos));
        GreyImage Line(GreyImage on, double x0, double y0, double x1, double y1)
        {
            var ((fromX, fromY), (toX, toY)) = (Turned(x0, y0), Turned(x1, y1));
            return on.WithLine(fromX, fromY, toX, toY, thickness);
        }

        for (var row = 0; row <= rows; row++)
            picture = Line(picture, left, top + (row * height / rows), left + width, top + (row * height / rows));
        for (var column = 0; column <= columns; column++)
            picture = Line(picture, left + (column * width / columns), top, left + (column * width / columns), top + height);
        return picture;
    }

    /// <summary>An ellipse.</summary>
    public static GreyImage WithEllipse(
        this GreyImage picture, double x, double y, double halfWidth, double halfHeight, double thickness)
        => picture.WithStroke(thickness, 20, (column, row) =>
        {
            var (across, down) = ((column - x) / halfWidth, (row - y) / halfHeight);
            var far = Math.Sqrt((across * across) + (down * down));
            var slope = Math.Sqrt(Math.Pow(across / halfWidth, 2) + Math.Pow(down / halfHeight, 2)) / Math.Max(far, 1e-9);
            return Math.Abs(far - 1) / Math.Max(slope, 1e-9);
        });

    /// <summary>A filled dot.</summary>
    public static GreyImage WithDot(this GreyImage picture, double x, double y, double width)
        => picture.WithLine(x, y, x, y, width);

    private static GreyImage WithStroke(this GreyImage picture, double thickness, byte ink, Func<double, double, double> distance)
        => picture.Change((x, y, value) =>
        {
            var covered = Math.Clamp((thickness / 2) + 0.5 - distance(x + 0.5, y + 0.5), 0, 1);
            return Math.Min(value, 255 + (covered * (ink - 255)));
        });
}
