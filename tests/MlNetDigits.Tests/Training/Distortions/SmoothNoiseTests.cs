using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

public class SmoothNoiseTests
{
    [Theory]
    [InlineData(0.5f)]
    [InlineData(1.5f)]
    [InlineData(4)]
    public void Create_AnySmoothness_HasMean0AndMeanSquare1(float deviation)
    {
        var values = Create(deviation).Values.ToArray();

        // Some 1,300 independent patches at a deviation of 4: a mean has a deviation of 0.03, a mean square of 0.04.
        Assert.Equal(0, values.Average(value => (double)value), 0.12);
        Assert.Equal(1, values.Average(value => (double)value * value), 0.16);
    }

    [Theory]
    [InlineData(1.5f, 1)]
    [InlineData(1.5f, 3)]
    [InlineData(4, 1)]
    [InlineData(4, 4)]
    [InlineData(4, 8)]
    [InlineData(4, 20)]
    public void Create_Neighbours_AreCorrelatedAsTwoBlursByTheGaussianOverlap(float deviation, int distance)
    {
        var noise = Create(deviation);
        var (across, down, count) = (0.0, 0.0, 0);
        for (var row = 0; row < noise.Rows - distance; row++)
        {
            for (var column = 0; column < noise.Columns - distance; column++, count++)
            {
                var here = noise.Values[(row * noise.Columns) + column];
                across += here * noise.Values[(row * noise.Columns) + column + distance];
                down += here * noise.Values[((row + distance) * noise.Columns) + column];
            }
        }

        var expected = Math.Exp(-distance * distance / (4.0 * deviation * deviation));
        Assert.Equal(expected, across / count, 0.16);
        Assert.Equal(expected, down / count, 0.16);
    }

    [Fact]
    public void Create_LongWindows_HasRoomForThemAndNoMore()
    {
        var noise = SmoothNoise.Create(new ImageShape(1, 30_000), deviation: 1, SplitMix64.Create(1, -2));

        Assert.Equal((512, 60_000), (noise.Rows, noise.Columns));
    }

    private static SmoothNoise Create(float deviation) => SmoothNoise.Create(ImageShape.Digit, deviation, SplitMix64.Create(1, -2));
}
