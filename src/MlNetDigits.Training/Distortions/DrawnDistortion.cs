namespace MlNetDigits.Training;

/// <summary>How one image is distorted in one epoch: the numbers that were drawn.</summary>
/// <param name="XX">The matrix by which places of the distorted image become places of the image: column from column.</param>
/// <param name="XY">Column from row.</param>
/// <param name="YX">Row from column.</param>
/// <param name="YY">Row from row.</param>
/// <param name="ShiftX">By how many columns the image is moved.</param>
/// <param name="ShiftY">By how many rows.</param>
/// <param name="ElasticX">The factor of the field that moves columns.</param>
/// <param name="ElasticY">The factor of the field that moves rows.</param>
/// <param name="FieldX">Where the field that moves columns starts in the noise.</param>
/// <param name="FieldY">Where the field that moves rows starts.</param>
internal readonly record struct DrawnDistortion(
    float XX, float XY, float YX, float YY, float ShiftX, float ShiftY, float ElasticX, float ElasticY, int FieldX, int FieldY)
{
    /// <summary>Draws one.</summary>
    /// <param name="distortions">How far it can go.</param>
    /// <param name="shape">The shape of the image.</param>
    /// <param name="noise">What fields are windows of; null if there is none.</param>
    /// <param name="turn">By how many degrees it is turned beside what is drawn.</param>
    /// <param name="random">Decides.</param>
    public static DrawnDistortion Draw(
        ImageDistortions distortions, ImageShape shape, SmoothNoise? noise, float turn, SplitMix64 random)
    {
        var (sine, cosine) = MathF.SinCos(((random.NextSigned() * distortions.Rotation) + turn) * MathF.PI / 180);
        var shear = random.NextSigned() * distortions.Shear;
        var scaleX = 1 + (random.NextSigned() * distortions.Scale);
        var scaleY = 1 + (random.NextSigned() * distortions.Scale);
        var (shiftX, shiftY) = (random.NextSigned() * distortions.Shift, random.NextSigned() * distortions.Shift);
        var (fieldX, fieldY) = (NextWindow(ref random), NextWindow(ref random));

        // Either sign, so that a window is two fields.
        var signs = random.NextInt(4);
        return new DrawnDistortion(
            cosine * scaleX,
            ((cosine * shear) - sine) * scaleY,
            sine * scaleX,
            ((sine * shear) + cosine) * scaleY,
            shiftX,
            shiftY,
            (signs & 1) == 0 ? distortions.Elastic : -distortions.Elastic,
            (signs & 2) == 0 ? distortions.Elastic : -distortions.Elastic,
            fieldX,
            fieldY);

        int NextWindow(ref SplitMix64 numbers) => noise is null ? 0
            : (numbers.NextInt(noise.Rows - shape.Rows + 1) * noise.Columns) + numbers.NextInt(noise.Columns - shape.Columns + 1);
    }
}
