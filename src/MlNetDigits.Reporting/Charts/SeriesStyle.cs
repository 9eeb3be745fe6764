using System.Collections.Immutable;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>Colours and markers that also people tell apart who see few colours.</summary>
internal static class SeriesStyle
{
    // M. Okabe, K. Ito, "Color Universal Design", 2008; without its yellow, which is hard to see on white.
    private static readonly ImmutableArray<Color> Few =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"), Color.FromHex("#000000"),
    ];

    private static readonly ImmutableArray<(MarkerShape Filled, MarkerShape Hollow)> Shapes =
    [
        (MarkerShape.FilledCircle, MarkerShape.OpenCircle),
        (MarkerShape.FilledSquare, MarkerShape.OpenSquare),
        (MarkerShape.FilledTriangleUp, MarkerShape.OpenTriangleUp),
        (MarkerShape.FilledDiamond, MarkerShape.OpenDiamond),
        (MarkerShape.FilledTriangleDown, MarkerShape.OpenTriangleDown),
    ];

    // Its light end is too pale for a line on white.
    private const double DarkShareOfViridis = 0.85;

    /// <summary>A colour of a chart.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="count">How many the chart has: many are shades from dark to light.</param>
    public static Color ColorOf(int index, int count) => count <= Few.Length
        ? Few[index]
        : new ScottPlot.Colormaps.Viridis().GetColor(DarkShareOfViridis * index / (count - 1));

    /// <summary>The marker that goes with a colour.</summary>
    /// <param name="index">The colour.</param>
    /// <param name="isHollow">Whether only its outline is drawn.</param>
    public static MarkerShape ShapeOf(int index, bool isHollow)
    {
        var (filled, hollow) = Shapes[index % Shapes.Length];
        return isHollow ? hollow : filled;
    }
}
