using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

/// <summary>Movements whose result is known without a formula.</summary>
public class ImageSamplerTests
{
    private const int Side = 13;
    private const float Background = 0.25f;

    private static readonly DrawnDistortion Identity = new(1, 0, 0, 1, 0, 0, 0, 0, 0, 0);

    private static readonly TrainingRecords Image = MadeRecords
        .Create(count: 1, features: Side * Side, classes: 1, seed: 1)
        .WithBackground(Background, share: 0.7, seed: 2)
        .ToTrainingRecords();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 2)]
    [InlineData(3, -4)]
    [InlineData(20, 0)]
    public void Run_ShiftByWholePixels_MovesTheImageAndFillsWithBackground(int x, int y)
        => AssertSampled(
            Identity with { ShiftX = x, ShiftY = y },
            (row, column) => row + y is >= 0 and < Side && column + x is >= 0 and < Side ? Pixel(row + y, column + x) : Background);

    [Fact]
    public void Run_QuarterTurn_TurnsTheSquare()
        => AssertSampled(Turned(90), (row, column) => Pixel(column, Side - 1 - row));

    [Fact]
    public void Run_HalfTurn_TurnsTheSquare()
        => AssertSampled(Turned(180), (row, column) => Pixel(Side - 1 - row, Side - 1 - column));

    [Fact]
    public void Run_FullTurn_IsTheImageItself() => AssertSampled(Turned(360), Pixel);

    [Fact]
    public void Run_Mirrored_MirrorsTheImage()
        => AssertSampled(Identity with { XX = -1 }, (row, column) => Pixel(row, Side - 1 - column));

    private static DrawnDistortion Turned(float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return Identity with { XX = cosine, XY = -sine, YX = sine, YY = cosine };
    }

    private static float Pixel(int row, int column)
    {
        var pixels = new float[Side * Side];
        Image.CopyFeatures(0, pixels);
        return pixels[(row * Side) + column];
    }

    private static unsafe void AssertSampled(DrawnDistortion drawn, Func<int, int, float> expected)
    {
        var shape = new ImageShape(Side, Side);
        var (image, result) = (new PaddedImage(shape), new float[Side * Side]);
        image.Read(Image, 0);

        fixed (float* pixels = result)
            ImageSampler.Run(image, shape, drawn, noise: null, noiseColumns: 0, pixels);

        for (var i = 0; i < result.Length; i++)
            Assert.Equal(expected(i / Side, i % Side), result[i], 1e-5f);
    }
}
