using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>
/// Lines over a setting: the mean of several measurements at each point, and a band from the lowest to the highest.
/// </summary>
public sealed record SpreadChart
{
    /// <summary>What is shown, above the chart.</summary>
    public required string Title { get; init; }

    /// <summary>What else a reader must know, in a smaller line below the title; none by default.</summary>
    public string Note { get; init; } = "";

    /// <summary>What the horizontal axis tells.</summary>
    public required string XLabel { get; init; }

    /// <summary>What the vertical axis tells, with its unit.</summary>
    public required string YLabel { get; init; }

    /// <summary>
    /// Whether the values are shares in [0, 1], better the higher they are, and written in per cent; false by default.
    /// </summary>
    public bool IsShare { get; init; }

    /// <summary>
    /// Whether equal ratios are equally far apart on the horizontal axis; false by default.
    /// </summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The lines, at least one.</summary>
    public required ImmutableArray<SpreadSeries> Series { get; init; }

    /// <summary>A point to point out; none by default.</summary>
    public SpreadHighlight? Highlight { get; init; }

    /// <summary>The chart as a picture that can be had in several formats.</summary>
    /// <returns>The chart; it is drawn when it is asked for.</returns>
    public Chart ToChart() => new(plot => new SpreadDrawing(this, plot).Draw());
}
