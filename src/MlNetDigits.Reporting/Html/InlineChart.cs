using System.Xml.Linq;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>Puts a chart into a page as part of it.</summary>
internal static class InlineChart
{
    // The page gives each of them another value in the dark.
    private static readonly Dictionary<string, string> Names = new()
    {
        [Hex(ChartStyle.Ink)] = "ink",
        [Hex(ChartStyle.Muted)] = "muted",
        [Hex(ChartStyle.Grid)] = "line",
        [Hex(ChartStyle.Blue)] = "blue",
        [Hex(ChartStyle.Orange)] = "orange",
        [Hex(ChartStyle.Green)] = "green",
        [Hex(ChartStyle.Paper)] = "card",
    };

    /// <summary>The chart as an element that is as wide as there is room.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">A word that no other chart of the page has: what the chart refers to inside begins with it.</param>
    /// <param name="description">What somebody who cannot see it should know.</param>
    /// <param name="width">The width that it is drawn for, which decides how large its letters are, in pixels.</param>
    /// <param name="height">The height that it is drawn for, in pixels.</param>
    public static Markup Render(Chart chart, string id, string description, int width, int height)
    {
        var root = XElement.Parse(chart.ToSvg(width, height));
        foreach (var element in root.DescendantsAndSelf())
        {
            Name(element, "fill");
            Name(element, "stroke");
            foreach (var attribute in element.Attributes())
            {
                attribute.Value = attribute.Name.LocalName == "id"
                    ? $"{id}-{attribute.Value}"
                    : attribute.Value.Replace("url(#", $"url(#{id}-", StringComparison.Ordinal);
            }
        }

        root.SetAttributeValue("width", null);
        root.SetAttributeValue("height", null);
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", description);
        root.SetAttributeValue("class", "chart");
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName == "xlink").Remove();
        return Markup.Trusted(root.ToString(SaveOptions.DisableFormatting));
    }

    private static void Name(XElement element, string property)
    {
        if (element.Attribute(property) is { } color && Names.TryGetValue(color.Value, out var name))
        {
            element.SetAttributeValue("class", $"{element.Attribute("class")?.Value} {property}-{name}".Trim());
            color.Remove();
        }
    }

    private static string Hex(Color color) => color.ToHex();
}
