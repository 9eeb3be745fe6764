using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>One line of a <see cref="SpreadChart"/>.</summary>
/// <param name="Name">What stands at its end.</param>
/// <param name="Points">Its points, at least one, with finite numbers; drawn from left to right.</param>
/// <param name="Color">Which of the chart's colours it has, from 0; lines of one colour belong together.</param>
/// <param name="IsHollow">Whether it is thin with hollow markers, to tell it from another of its colour.</param>
public sealed record SpreadSeries(string Name, ImmutableArray<SpreadPoint> Points, int Color, bool IsHollow = false);
