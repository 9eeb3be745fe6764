using System.Globalization;
using System.Xml.Linq;
using MlNetDigits.Reporting;

namespace MlNetDigits.Tests.Reporting.Charts;

/// <summary>Reads a chart's SVG, to see what was drawn.</summary>
internal sealed record SvgChart(XElement Root)
{
    public static SvgChart Of(Chart chart) => new(XElement.Parse(chart.ToSvg()));

    public string[] Texts => [.. All("text").Select(text => text.Value)];

    public IEnumerable<XElement> All(string name) => Root.Descendants(Root.Name.Namespace + name);

    /// <summary>The dots of a colour inside the plot, from left to right.</summary>
    public (double X, double Y)[] Dots(string color) =>
    [
        .. All("ellipse")
            .Where(dot => dot.Attribute("fill")?.Value == color && Number(dot, "rx") < 5 && Number(dot, "cy") > 40)
            .Select(dot => (Number(dot, "cx"), Number(dot, "cy"))),
    ];

    public static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
