using System.Collections.Immutable;
using ScottPlot;

namespace MlNetDigits.Reporting;

/// <summary>Writes names of classes along an axis.</summary>
internal static class ClassAxis
{
    /// <summary>The most room that a name gets, in pixels.</summary>
    public const float MostWidth = 150;

    private const float Gap = 8;

    // Of the axis' own name, below or beside the classes' names.
    private const float AxisName = 32;

    /// <summary>Names at 0, 1, 2 ... below each other or side by side; upright where they would run into each other.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="names">The names.</param>
    /// <param name="room">The pixels from one to the next.</param>
    public static void Label(IAxis axis, ImmutableArray<string> names, float room)
    {
        axis.MinimumSize = SizeOf(axis.IsVertical() || StandsUpright(names, room), names);
        axis.TickGenerator = ChartStyle.Ticks(names.Select((name, i) => ((double)i, ChartStyle.Cut(name, ChartStyle.TextSize, MostWidth))));
        axis.MajorTickStyle.Length = 0;
        if (axis.IsHorizontal() && StandsUpright(names, room))
        {
            axis.TickLabelStyle.Rotation = -90;
            axis.TickLabelStyle.Alignment = Alignment.MiddleRight;
        }
    }

    /// <summary>The pixels that an axis needs across: the names and its own name.</summary>
    /// <param name="isLong">Whether the names run away from the plot.</param>
    /// <param name="names">The names.</param>
    public static float SizeOf(bool isLong, ImmutableArray<string> names)
        => (isLong ? Widest(names) : ChartStyle.TextSize) + AxisName;

    /// <summary>Whether names side by side must be turned.</summary>
    public static bool StandsUpright(ImmutableArray<string> names, float room) => Widest(names) + Gap > room;

    /// <summary>The width of the widest name, in pixels.</summary>
    public static float Widest(ImmutableArray<string> names)
        => names.Select(name => ChartStyle.WidthOf(ChartStyle.Cut(name, ChartStyle.TextSize, MostWidth), ChartStyle.TextSize))
            .DefaultIfEmpty()
            .Max();
}
