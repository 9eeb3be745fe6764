using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

public class SigmoidTests
{
    // The largest negative number whose exponential a float can hold; beyond, the sigmoid stays as it is there.
    private const float Limit = 87;
    private const float Nothing = 2e-38f;

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Of_WhereAFloatCanHoldIt_AgreesWithDoublePrecision(int bits)
    {
        for (var z = -Limit; z <= 200; z += 0.0371f)
        {
            var expected = 1 / (1 + Math.Exp(-(double)z));
            var worst = VectorCode.Of(bits).Sigmoid(z).Max(actual => Math.Abs(actual - expected) / expected);
            Assert.True(worst < 5e-7, $"s({z}) is off by {worst} of itself");
        }
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Of_FarBelowZero_IsNothing(int bits)
        => Assert.All(
            [-Limit - 1, -200f, -1e30f, float.MinValue, float.NegativeInfinity],
            z => Assert.All(VectorCode.Of(bits).Sigmoid(z), value => Assert.InRange(value, 0, Nothing)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Of_FarAboveZero_IsOne(int bits)
        => Assert.All(
            [Limit, 200f, 1e30f, float.MaxValue, float.PositiveInfinity],
            z => Assert.All(VectorCode.Of(bits).Sigmoid(z), value => Assert.Equal(1f, value)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Of_NotANumber_StaysNotANumber(int bits)
        => Assert.All(VectorCode.Of(bits).Sigmoid(float.NaN), value => Assert.Equal(float.NaN, value));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Of_Zero_IsAHalf(int bits)
        => Assert.All([0f, -0f, float.Epsilon], z => Assert.All(VectorCode.Of(bits).Sigmoid(z), value => Assert.Equal(0.5f, value)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Of_RisingNumbers_NeverFalls(int bits)
    {
        var last = 0f;
        for (var z = -200f; z <= 200; z += 0.25f)
        {
            var value = VectorCode.Of(bits).Sigmoid(z)[0];
            Assert.True(value >= last, $"s({z}) = {value} is below {last}");
            last = value;
        }
    }
}
