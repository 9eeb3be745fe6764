using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class PictureNoiseTests
{
    // The digits cover a part of the page, which adds to the differences.
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    public void Of_GrainOfAKnownDeviation_FindsIt(double deviation)
    {
        var page = Sheet.WithLines([[0, 1, 2], [3, 4, 5]], scale: 4, paper: 200, ink: 60).WithGrain(deviation);

        Assert.Equal(deviation, PictureNoise.Of(page), deviation * 0.25);
    }

    [Fact]
    public void Of_CleanPicture_IsZero()
    {
        Assert.Equal(0, PictureNoise.Of(Sheet.WithBars(40, 40, 255, 0, new PictureBox(10, 5, 5, 30))));
        Assert.Equal(0, PictureNoise.Of(Sheet.Blank(1, 5)));
    }
}
