using System.Globalization;
using System.Xml.Linq;
using MlNetDigits.Reporting;
using SkiaSharp;

namespace MlNetDigits.Tests.Reporting.Charts;

public class SpreadChartTests
{
    private static readonly SpreadChart Sample = new()
    {
        Title = "Accuracy by hidden nodes",
        Note = "two seeds",
        XLabel = "Hidden nodes",
        YLabel = "Accuracy, per cent",
        IsShare = true,
        IsLogarithmic = true,
        Series =
        [
            new SpreadSeries("rate 0.1", [new(100, 0.95, 0.94, 0.96), new(10, 0.85, 0.84, 0.86)], Color: 0),
            new SpreadSeries("rate 0.3", [new(10, 0.80, 0.80, 0.80), new(100, 0.949, 0.949, 0.949)], Color: 1, IsHollow: true),
        ],
        Highlight = new SpreadHighlight(100, 0.95, "best: 95.00 %"),
    };

    [Fact]
    public void ToSvg_Chart_HasEveryText()
    {
        string[] texts = [.. Texts(Sample).Select(text => text.Text)];

        string[] expected =
        [
            "Accuracy by hidden nodes", "two seeds", "Hidden nodes (logarithmic)", "Accuracy, per cent (stretched towards 100)", "rate 0.1", "rate 0.3",
            "best: 95.00 %", "10", "100", "80", "95",
        ];
        Assert.Empty(expected.Except(texts));
    }

    [Fact]
    public void ToSvg_LinesThatEndClose_NamesDoNotTouchAndKeepTheirOrder()
    {
        var names = Texts(Sample).Where(text => text.Text.StartsWith("rate", StringComparison.Ordinal)).OrderBy(text => text.Y).ToArray();

        Assert.Equal(["rate 0.1", "rate 0.3"], names.Select(name => name.Text));
        Assert.True(names[1].Y - names[0].Y > 12);
    }

    [Fact]
    public void ToSvg_OneLine_HasNoName()
        => Assert.DoesNotContain(Texts(Sample with { Series = [Sample.Series[0]] }), text => text.Text == "rate 0.1");

    [Theory]
    [InlineData(900, 560)]
    [InlineData(400, 300)]
    public void ToPng_Chart_HasItsSizeAndBothColours(int width, int height)
    {
        using var picture = SKBitmap.Decode(Sample.ToChart().ToPng(width, height));

        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Contains(SKColor.Parse("#0072B2"), picture.Pixels);
        Assert.Contains(SKColor.Parse("#D55E00"), picture.Pixels);
    }

    [Fact]
    public void ToPng_SinglePointsAndEqualValues_AreDrawn()
    {
        var chart = Sample with
        {
            Series = [new SpreadSeries("one", [new(1, 0.5, 0.5, 0.5)], Color: 0), new SpreadSeries("two", [new(1, 0.5, 0.5, 0.5)], Color: 1)],
            Highlight = null,
        };

        using var picture = SKBitmap.Decode(chart.ToChart().ToPng());

        Assert.Contains(SKColor.Parse("#D55E00"), picture.Pixels);
    }

    [Fact]
    public void ToPng_Twice_SameBytes() => Assert.Equal(Sample.ToChart().ToPng(), Sample.ToChart().ToPng());

    /// <summary>The texts of the picture, and how far down each is.</summary>
    private static (string Text, double Y)[] Texts(SpreadChart chart) =>
    [
        .. XDocument.Parse(chart.ToChart().ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => (
            element.Value.Trim(),
            double.Parse(element.Attribute("transform")!.Value.Split(' ', ')')[^2], CultureInfo.InvariantCulture))),
    ];
}
