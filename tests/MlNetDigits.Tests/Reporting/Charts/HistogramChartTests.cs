using System.Xml.Linq;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Charts;

public class HistogramChartTests
{
    private static readonly Chart Chart = HistogramChart.Of(
        new ValueHistogram([0, 1, 2, 3], [10, 30, 60]), "A title", "a value", [1.5]);

    [Fact]
    public void ToSvg_Histogram_HasItsWords()
    {
        var words = XDocument.Parse(Chart.ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim()).ToArray();

        Assert.Contains("A title", words);
        Assert.Contains("a value", words);
        Assert.Contains("share in %", words);
    }

    [Fact]
    public void ToPng_Histogram_BarsAreAsHighAsTheirShares()
    {
        var picture = new ColorPicture(Chart.ToPng(600, 400));

        // Columns of the picture with bars in them, by how many blue pixels they have: three heights as 1 to 3 to 6.
        int[] heights =
        [
            .. Enumerable.Range(0, picture.Width)
                .Select(x => Enumerable.Range(0, picture.Height).Count(y => picture[x, y] is { Blue: > 150, Red: < 100 }))
                .Where(height => height > 5)
                .GroupBy(height => height).Where(group => group.Count() > 50).Select(group => group.Key).Order(),
        ];
        Assert.Equal((600, 400), (picture.Width, picture.Height));
        Assert.Equal(3, heights.Length);
        Assert.Equal(3.0, (double)heights[1] / heights[0], 0.2);
        Assert.Equal(6.0, (double)heights[2] / heights[0], 0.3);
    }

    [Fact]
    public void ToPng_EmptyHistogram_IsAPicture()
        => Assert.Equal(300, new ColorPicture(HistogramChart.Of(new ValueHistogram([0, 1], [0]), "", "").ToPng(300, 200)).Width);
}
