namespace MlNetDigits.Tests.Simd;

public unsafe class BackgroundRuleTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0.1, false)]
    [InlineData(0.6, true)]
    [InlineData(0.8, true)]
    [InlineData(1, true)]
    public void IsWorthwhile_ShareThatEqualsTheFirst_DecidesIt(double share, bool expected)
        => Assert.Equal(expected, IsWorthwhile(Rows(784, 10, share), 784));

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NaN)]
    public void IsWorthwhile_AnyRowThatStartsWithNoNumber_IsFalse(float value)
    {
        var rows = Rows(784, 10, share: 0.9);
        rows[9 * 784] = value;

        Assert.False(IsWorthwhile(rows, 784));
    }

    [Fact]
    public void IsWorthwhile_FewerFeaturesThanAVector_IsFalse() => Assert.False(IsWorthwhile(new float[5 * 10], 5));

    private static bool IsWorthwhile(float[] rows, int features)
    {
        fixed (float* records = rows)
            return BackgroundRule.IsWorthwhile(records, features, rows.Length / features);
    }

    private static float[] Rows(int features, int count, double share)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, features * count)
            .Select(i => i % features == 0 || random.NextDouble() < share ? 0.25f : random.NextSingle())];
    }
}
