using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>A chart that can be had as a PNG or an SVG picture.</summary>
public sealed class Chart
{
    /// <summary>The width of most charts, in pixels.</summary>
    public const int DefaultWidth = 900;

    /// <summary>The height of most charts, in pixels.</summary>
    public const int DefaultHeight = 560;

    private readonly Action<Plot, PixelSize> _draw;

    /// <summary>Makes a chart that looks right in any size.</summary>
    /// <param name="draw">Fills an empty plot. It may be called more than once, from any thread.</param>
    internal Chart(Action<Plot> draw)
        : this((plot, _) => draw(plot), DefaultWidth, DefaultHeight)
    {
    }

    /// <summary>Makes a chart that is drawn to fit its size.</summary>
    /// <param name="draw">Fills an empty plot for a picture of some pixels. It may be called more than once, from any
    /// thread.</param>
    /// <param name="width">The width that suits what is shown, in pixels.</param>
    /// <param name="height">The height that suits what is shown, in pixels.</param>
    internal Chart(Action<Plot, PixelSize> draw, int width, int height) => (_draw, Width, Height) = (draw, width, height);

    /// <summary>The width of a picture if none is asked for, in pixels.</summary>
    public int Width { get; }

    /// <summary>The height of a picture if none is asked for, in pixels.</summary>
    public int Height { get; }

    /// <summary>The chart as a PNG file.</summary>
    /// <param name="width">The width in pixels; by default <see cref="Width"/>.</param>
    /// <param name="height">The height in pixels; by default <see cref="Height"/>.</param>
    /// <returns>The bytes of the file.</returns>
    public byte[] ToPng(int? width = null, int? height = null)
    {
        var (columns, rows) = (width ?? Width, height ?? Height);
        using var plot = Drawn(columns, rows);
        return plot.GetImageBytes(columns, rows, ImageFormat.Png);
    }

    /// <summary>The chart as an SVG document.</summary>
    /// <param name="width">The width in pixels; by default <see cref="Width"/>.</param>
    /// <param name="height">The height in pixels; by default <see cref="Height"/>.</param>
    /// <returns>
    /// The document, with its XML declaration. Its letters are asked for by the names of fonts that are as wide; where
    /// there is none, those that there are take the same room.
    /// </returns>
    public string ToSvg(int? width = null, int? height = null)
    {
        var (columns, rows) = (width ?? Width, height ?? Height);
        using var plot = Drawn(columns, rows);
        return ChartSvg.Finish(plot.GetSvgXml(columns, rows));
    }

    /// <summary>Writes the chart to a file, whole or not at all.</summary>
    /// <param name="path">The file; its name ends in <c>.png</c> or <c>.svg</c>, which decides what is written.</param>
    /// <param name="width">The width in pixels; by default <see cref="Width"/>.</param>
    /// <param name="height">The height in pixels; by default <see cref="Height"/>.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, int? width = null, int? height = null)
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

    private Plot Drawn(int width, int height)
    {
        var plot = new Plot();
        ReportFont.Use(plot);
        _draw(plot, new PixelSize(width, height));
        ReportFont.Use(plot);
        return plot;
    }
}
