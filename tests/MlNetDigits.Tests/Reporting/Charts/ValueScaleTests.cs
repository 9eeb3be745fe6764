using System.Globalization;
using CsCheck;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Charts;

public class ValueScaleTests
{
    [Fact]
    public void ForShares_AnyRange_RisesAndWritesWhatIsThere() => Gen.Double[0.01, 0.9998].Select(Gen.Double[0.01, 0.9998]).ForAll((a, b) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        var scale = ValueScale.ForShares(low, high);

        CheckPlacesAndTicks(scale, low, high);
        Assert.All(scale.Ticks, tick => Assert.Equal(tick.Value * 100, Parse(tick.Text), 100 * 1e-9));
    });

    [Fact]
    public void ForNumbers_AnyRange_RisesAndWritesWhatIsThere() => Gen.Double[-6, 4].Select(Gen.Double[-6, 4]).ForAll((a, b) =>
    {
        var (low, high) = (Math.Pow(10, Math.Min(a, b)), Math.Pow(10, Math.Max(a, b)));
        var scale = ValueScale.ForNumbers(low, high);

        CheckPlacesAndTicks(scale, low, high);
        Assert.All(scale.Ticks, tick => Assert.Equal(tick.Value, Parse(tick.Text), 1e-6 * tick.Value));
    });

    [Theory]
    [InlineData(0.95, 0.97, "")]
    [InlineData(0.90, 0.97, "stretched towards 100")]
    [InlineData(0.90, 1.0, "")]
    public void ForShares_ErrorsThatDifferThreefold_AreStretched(double low, double high, string note)
        => Assert.Equal(note, ValueScale.ForShares(low, high).Note);

    [Fact]
    public void ForShares_Stretched_HalvingTheErrorIsTheSameStepEverywhere()
    {
        var place = ValueScale.ForShares(0.80, 0.99).Place;

        Assert.Equal(place(0.96) - place(0.92), place(0.98) - place(0.96), 1e-9);
    }

    [Theory]
    [InlineData(0.953, 0.974, "95.5 96 96.5 97")]
    [InlineData(0.80, 0.976, "80 85 90 92 94 95 96 97 97.5")]
    public void ForShares_Range_RoundTicks(double low, double high, string ticks)
        => Assert.Equal(ticks, string.Join(' ', ValueScale.ForShares(low, high).Ticks.Select(tick => tick.Text)));

    [Fact]
    public void ForNumbers_MorePowersOfTenThanThereIsRoomFor_WritesEverySecond()
        => Assert.Equal(
            "0.00001 0.001 0.1 10 1000",
            string.Join(' ', ValueScale.ForNumbers(1.6e-6, 10_000).Ticks.Select(tick => tick.Text)));

    [Fact]
    public void ForShares_OneValueOnly_HasTicksAroundIt()
    {
        var ticks = ValueScale.ForShares(0.5, 0.5).Ticks;

        Assert.True(ticks.Length >= 2);
        Assert.True(ticks[0].Value <= 0.5 && ticks[^1].Value >= 0.5);
    }

    [Fact]
    public void ForNumbers_OneSmallValueOnly_StaysAboveZero()
        => Assert.All(ValueScale.ForNumbers(0.001, 0.001).Ticks, tick => Assert.InRange(tick.Value, 0.0009, 0.0011));

    [Fact]
    public void ForSettings_FewSettings_WritesEach()
        => Assert.Equal(
            ["0.01", "0.1", "0.3"],
            ValueScale.ForSettings([0.01, 0.1, 0.3], isLogarithmic: true).Ticks.Select(tick => tick.Text));

    [Fact]
    public void ForSettings_TooManySettings_LeavesOutWhatWouldTouchButNotTheLast()
    {
        var scale = ValueScale.ForSettings([.. Enumerable.Range(1, 500).Select(i => (double)i)], isLogarithmic: false);

        Assert.InRange(scale.Ticks.Length, 5, 30);
        Assert.Equal("500", scale.Ticks[^1].Text);
    }

    private static void CheckPlacesAndTicks(ValueScale scale, double low, double high)
    {
        var values = Enumerable.Range(0, 11).Select(i => low + ((high - low) * i / 10)).Distinct().ToArray();
        Assert.Equal(values.Select(scale.Place).Order(), values.Select(scale.Place));
        Assert.All(values, value => Assert.True(double.IsFinite(scale.Place(value))));
        Assert.InRange(scale.Ticks.Length, 2, 10);
        Assert.Equal(scale.Ticks.Length, scale.Ticks.Select(tick => tick.Text).Distinct().Count());
        Assert.Equal(scale.Ticks.Select(tick => tick.Value).Order(), scale.Ticks.Select(tick => tick.Value));
        Assert.All(scale.Ticks, tick => Assert.InRange(tick.Value, low - (0.011 * Math.Max(low, 1)), high + (0.011 * Math.Max(high, 1))));
    }

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
