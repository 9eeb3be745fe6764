using System.Collections.Immutable;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Which scores stand beside a picture.</summary>
internal static class ShownScores
{
    /// <summary>The classes of scores, line by line.</summary>
    /// <param name="scores">The scores, a class each.</param>
    /// <param name="lines">The lines of the picture.</param>
    /// <returns>
    /// The place of the class that is told in each line, -1 in a line without one: all in their order and in the middle if
    /// there are no more than lines, else those that score best, the best first.
    /// </returns>
    public static ImmutableArray<int> Places(ImmutableArray<float> scores, int lines)
    {
        var classes = Enumerable.Range(0, scores.Length);
        int[] shown = scores.Length <= lines ? [.. classes] : [.. classes.OrderByDescending(place => scores[place]).Take(lines)];
        var above = (lines - shown.Length) / 2;
        return [.. Enumerable.Range(0, lines).Select(line => line >= above && line - above < shown.Length ? shown[line - above] : -1)];
    }
}
