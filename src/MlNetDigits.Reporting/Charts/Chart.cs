using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>A chart that can be had as a PNG or an SVG picture.</summary>
public sealed class Chart
{
    /// <summary>The width of a picture if none is asked for, in pixels.</summary>
    public const int DefaultWidth = 900;

    /// <summary>The height of a picture if none is asked for, in pixels.</summary>
    public const int DefaultHeight = 560;

    private readonly Action<Plot> _draw;

    /// <summary>Makes a chart.</summary>
    /// <param name="draw">Fills an empty plot. It may be called more than once, from any thread.</param>
    internal Chart(Action<Plot> draw) => _draw = draw;

    /// <summary>The chart as a PNG file.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <returns>The bytes of the file.</returns>
    public byte[] ToPng(int width = DefaultWidth, int height = DefaultHeight)
    {
        using var plot = Drawn();
        return plot.GetImageBytes(width, height, ImageFormat.Png);
    }

    /// <summary>The chart as an SVG document.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <returns>The document, with its XML declaration.</returns>
    public string ToSvg(int width = DefaultWidth, int height = DefaultHeight)
    {
        using var plot = Drawn();
        return plot.GetSvgXml(width, height);
    }

    /// <summary>Writes the chart to a file, whole or not at all.</summary>
    /// <param name="path">The file; its name ends in <c>.png</c> or <c>.svg</c>, which decides what is written.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, int width = DefaultWidth, int height = DefaultHeight)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".PNG":
                AtomicFile.Write(path, stream => stream.Write(ToPng(width, height)));
                break;
            case ".SVG":
                AtomicFile.WriteText(path, ToSvg(width, height));
                break;
            default:
                throw new ArgumentException($"A chart is written as .png or .svg, not as '{path}'.", nameof(path));
        }
    }

    private Plot Drawn()
    {
        var plot = new Plot();
        ReportFont.Use(plot);
        _draw(plot);
        ReportFont.Use(plot);
        return plot;
    }
}
