using System.Globalization;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Reporting.Charts;

/// <summary>All charts of a report as files.</summary>
public class ChartTests
{
    private static readonly ClassificationReport Report = new(
        1400, 0, 0, 0.9, 0.9, 0.1, 0.9, ScoreNormalization.None, new(["ant", "bee", "cat"], [[900, 90, 10], [0, 400, 0], [0, 0, 0]]));

    [Fact]
    public void Of_ReportAndHistory_NamesAreFileNames()
    {
        Assert.Equal(["learning-error", "learning-accuracy", "confusion", "classes"], ReportCharts.Of(Report, ReportExample.History).Select(chart => chart.Name));
        Assert.Equal(["confusion", "classes"], ReportCharts.Of(Report).Select(chart => chart.Name));
    }

    [Fact]
    public void ToPng_EachChart_HasItsSizeOrTheSizeAskedFor()
    {
        foreach (var (_, chart) in ReportCharts.Of(Report, ReportExample.History))
        {
            using var usual = SKBitmap.Decode(chart.ToPng());
            using var other = SKBitmap.Decode(chart.ToPng(500, 300));
            Assert.Equal((chart.Width, chart.Height, 500, 300), (usual.Width, usual.Height, other.Width, other.Height));
            Assert.True(usual.Pixels.Distinct().Count() > 20, "The picture is nearly empty.");
        }
    }

    [Fact]
    public void ToSvg_EachChart_CanBeScaledAndFallsBackToFontsOfTheViewer()
    {
        foreach (var (_, chart) in ReportCharts.Of(Report, ReportExample.History))
        {
            var svg = SvgChart.Of(chart);
            Assert.Equal($"0 0 {chart.Width} {chart.Height}", svg.Root.Attribute("viewBox")?.Value);
            Assert.All(svg.All("text"), text => Assert.Equal("DejaVu Sans, Verdana, sans-serif", text.Attribute("font-family")?.Value));
            Assert.Equal(chart.ToSvg(), chart.ToSvg());
        }
    }

    [Fact]
    public void ClassBars_Report_HasAllNumbersThatAreDefined()
    {
        var texts = SvgChart.Of(ClassBars.Draw(Report)).Texts;

        foreach (var value in Report.Classes.SelectMany(metrics => (double[])[metrics.Precision, metrics.Recall, metrics.F1]).Where(double.IsFinite))
            Assert.Contains(value.ToString("0.000", CultureInfo.InvariantCulture), texts);
        Assert.DoesNotContain("NaN", texts);
    }

    [Fact]
    public void ClassBars_HeightsOfBars_AreTheValues()
    {
        var chart = SvgChart.Of(ClassBars.Draw(Report));

        var heights = chart.All("rect").Where(bar => bar.Attribute("fill")?.Value == "#C2560C" && SvgChart.Number(bar, "y") > 40)
            .Select(bar => SvgChart.Number(bar, "height")).ToArray();
        Assert.Equal(2, heights.Length);
        Assert.Equal(Report.Classes[0].Recall / Report.Classes[1].Recall, heights[0] / heights[1], 0.01);
    }
}
