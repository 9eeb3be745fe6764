using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class WeightInitializerTests
{
    [Fact]
    public void Draw_Uniform_StaysInsideTheOpenIntervalAndFillsIt()
    {
        var weights = WeightInitializer.Draw(784, 200, 10, WeightInitialization.Uniform, seed: 1).HiddenWeights.ToArray();

        Assert.All(weights, weight => Assert.InRange(weight, -0.5f, 0.5f));
        Assert.True(weights.Max() > 0.499 && weights.Min() < -0.499);
        Assert.Equal(0, weights.Average(), 0.005);
        Assert.Equal(1 / 12.0, weights.Average(weight => weight * weight), 0.001);
    }

    [Fact]
    public void Draw_Normal_HasTheDeviationOfEachLayersFanIn()
    {
        var weights = WeightInitializer.Draw(784, 200, 10, WeightInitialization.Normal, seed: 1);

        Assert.Equal(1 / 784.0, weights.HiddenWeights.ToArray().Average(weight => weight * weight), 0.00002);
        Assert.Equal(1 / 200.0, weights.OutputWeights.ToArray().Average(weight => weight * weight), 0.0005);
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSameWeights()
    {
        var once = WeightInitializer.Draw(3, 4, 2, WeightInitialization.Uniform, seed: 7);
        var again = WeightInitializer.Draw(3, 4, 2, WeightInitialization.Uniform, seed: 7);
        var other = WeightInitializer.Draw(3, 4, 2, WeightInitialization.Uniform, seed: 8);

        Assert.Equal(once.HiddenWeights.ToArray(), again.HiddenWeights.ToArray());
        Assert.NotEqual(once.HiddenWeights.ToArray(), other.HiddenWeights.ToArray());
    }
}
