using System.Globalization;
using System.Xml.Linq;

namespace MlNetDigits.Reporting;

/// <summary>Makes what SkiaSharp writes as SVG small, and fit for browsers that have other fonts.</summary>
internal static class ChartSvg
{
    // Verdana's letters are as wide as DejaVu's, and it is where DejaVu is not: on Windows and macOS.
    private const string Families = $"{ReportFont.Name}, Verdana, sans-serif";

    /// <summary>
    /// Adds the coordinate system that lets the picture be scaled, and fonts to fall back to. SkiaSharp places every
    /// letter by itself; here a text has one place and its width, so that another font's letters stand close. It also
    /// clips every shape by itself; here those that are clipped alike share one group.
    /// </summary>
    /// <param name="svg">A document with a width and a height in pixels.</param>
    /// <returns>The document with its declaration.</returns>
    public static string Finish(string svg)
    {
        var root = XElement.Parse(svg);
        root.SetAttributeValue("viewBox", $"0 0 {root.Attribute("width")?.Value} {root.Attribute("height")?.Value}");
        foreach (var text in root.Descendants(root.Name.Namespace + "text").ToArray())
            Finish(text);
        ShareClips(root);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}\n";
    }

    private static void Finish(XElement text)
    {
        text.Value = text.Value.Trim();
        text.SetAttributeValue("font-family", Families);
        text.SetAttributeValue("x", First(text, "x"));
        text.SetAttributeValue("y", First(text, "y"));
        if (text.Value.Length > 1)
        {
            var size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
            var isBold = text.Attribute("font-weight")?.Value is "bold" or "600" or "700" or "800" or "900";
            text.SetAttributeValue("textLength", ChartStyle.WidthOf(text.Value, size, isBold).ToString("F1", CultureInfo.InvariantCulture));
            text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private static string? First(XElement text, string name) => text.Attribute(name)?.Value.Split(',')[0].Trim();

    private static void ShareClips(XElement root)
    {
        // SkiaSharp numbers through the whole process; the same chart should be the same text.
        var (byShape, byId) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var clip in root.Elements(root.Name.Namespace + "clipPath").ToArray())
        {
            var shape = string.Concat(clip.Elements().Select(element => element.ToString(SaveOptions.DisableFormatting)));
            var isNew = byShape.TryAdd(shape, $"clip{byShape.Count + 1}");
            byId.Add($"url(#{clip.Attribute("id")!.Value})", $"url(#{byShape[shape]})");
            if (isNew)
                clip.SetAttributeValue("id", byShape[shape]);
            else
                clip.Remove();
        }

        foreach (var user in root.Descendants().Attributes("clip-path"))
            user.Value = byId[user.Value];
        foreach (var group in root.Elements(root.Name.Namespace + "g").ToArray())
        {
            if (group.PreviousNode is XElement before && before.Name == group.Name && HasSameAttributes(before, group))
            {
                before.Add(group.Nodes());
                group.Remove();
            }
        }
    }

    private static bool HasSameAttributes(XElement left, XElement right)
        => left.Attributes().Select(attribute => (attribute.Name, attribute.Value))
            .SequenceEqual(right.Attributes().Select(attribute => (attribute.Name, attribute.Value)));
}
