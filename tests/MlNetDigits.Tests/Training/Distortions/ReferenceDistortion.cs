using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

/// <summary>The distortion of an image once more, in double precision, from the formula that is promised.</summary>
/// <param name="Distortions">How far it goes.</param>
/// <param name="Shape">The shape of the image.</param>
/// <param name="Noise">What the fields are windows of; null if there are none.</param>
internal sealed record ReferenceDistortion(ImageDistortions Distortions, ImageShape Shape, SmoothNoise? Noise)
{
    /// <summary>Distorts an image by what a generator draws.</summary>
    /// <param name="pixel">The image's value at a row and a column, also beyond its edges.</param>
    /// <param name="random">Decides, in the order: turn, slant, sizes, shifts, windows, signs.</param>
    public double[] Distort(Func<int, int, double> pixel, SplitMix64 random)
    {
        var angle = random.NextSigned() * (double)Distortions.Rotation * Math.PI / 180;
        var shear = random.NextSigned() * (double)Distortions.Shear;
        var (scaleX, scaleY) = (1 + (random.NextSigned() * (double)Distortions.Scale), 1 + (random.NextSigned() * (double)Distortions.Scale));
        var (shiftX, shiftY) = (random.NextSigned() * (double)Distortions.Shift, random.NextSigned() * (double)Distortions.Shift);
        var (fieldX, fieldY) = (NextWindow(ref random), NextWindow(ref random));
        var signs = random.NextInt(4);
        var (elasticX, elasticY) = (Distortions.Elastic * ((signs & 1) == 0 ? 1 : -1), Distortions.Elastic * ((signs & 2) == 0 ? 1 : -1));
        var (centreX, centreY) = ((Shape.Columns - 1) / 2.0, (Shape.Rows - 1) / 2.0);

        var result = new double[Shape.Rows * Shape.Columns];
        for (var row = 0; row < Shape.Rows; row++)
        {
            for (var column = 0; column < Shape.Columns; column++)
            {
                // diag(1 + scale), then [1 shear; 0 1], then the turn.
                var (x, y) = ((column - centreX) * scaleX, (row - centreY) * scaleY);
                x += shear * y;
                (x, y) = ((x * Math.Cos(angle)) - (y * Math.Sin(angle)), (x * Math.Sin(angle)) + (y * Math.Cos(angle)));
                result[(row * Shape.Columns) + column] = Between(
                    pixel,
                    x + centreX + shiftX + (elasticX * Field(fieldX, row, column)),
                    y + centreY + shiftY + (elasticY * Field(fieldY, row, column)));
            }
        }

        return result;
    }

    private static double Between(Func<int, int, double> pixel, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (shareX, shareY) = (x - left, y - top);
        return (((pixel(top, left) * (1 - shareX)) + (pixel(top, left + 1) * shareX)) * (1 - shareY))
            + (((pixel(top + 1, left) * (1 - shareX)) + (pixel(top + 1, left + 1) * shareX)) * shareY);
    }

    private (int Row, int Column) NextWindow(ref SplitMix64 random)
        => Noise is null ? (0, 0) : (random.NextInt(Noise.Rows - Shape.Rows + 1), random.NextInt(Noise.Columns - Shape.Columns + 1));

    private double Field((int Row, int Column) window, int row, int column)
        => Noise is null ? 0 : Noise.Values[((window.Row + row) * Noise.Columns) + window.Column + column];
}
