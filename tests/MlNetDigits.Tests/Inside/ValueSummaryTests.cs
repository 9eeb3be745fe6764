using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Inside;

public class ValueSummaryTests
{
    [Fact]
    public void Of_AnyValues_AgreesWithTheDefinitions()
        => Gen.Float[-100, 100].Array[1, 300].ForAll(values =>
        {
            var summary = ValueSummary.Of(values);

            decimal[] exact = [.. values.Select(value => (decimal)value)];
            var mean = exact.Average();
            return summary.Count == values.Length
                && summary.Minimum == values.Min()
                && summary.Maximum == values.Max()
                && Math.Abs(summary.Mean - (double)mean) < 1e-5
                && Math.Abs(summary.Deviation - Math.Sqrt((double)exact.Average(value => (value - mean) * (value - mean)))) < 1e-5
                && Math.Abs(summary.Norm - Math.Sqrt((double)exact.Sum(value => value * value))) < 1e-3;
        });

    [Fact]
    public void Of_SmallDeviationOfLargeValues_IsNotLost()
        => Assert.Equal(0.5, ValueSummary.Of([16_000_000, 16_000_001]).Deviation, 1e-9);

    [Fact]
    public void Of_Nothing_Throws() => Assert.Throws<ArgumentException>(() => ValueSummary.Of([]));
}
