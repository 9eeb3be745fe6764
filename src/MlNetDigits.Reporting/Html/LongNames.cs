using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>Tells names that fit where a digit fits from those that need more room.</summary>
internal static class LongNames
{
    private const int LongestShortName = 4;

    /// <summary>Whether any name needs more room.</summary>
    public static bool AreIn(ImmutableArray<string> names) => names.Any(name => name.Length > LongestShortName);
}
