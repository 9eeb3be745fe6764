using System.Collections.Immutable;

namespace MlNetDigits.Cli.Train;

/// <summary>Notices that there is nothing to learn of some of the classes that were asked for: more were said than there are.</summary>
internal static class UnusedClasses
{
    private const int MostNamed = 5;

    /// <summary>What is to be said before a network is trained on data.</summary>
    /// <param name="counts">What the data holds.</param>
    /// <param name="said">What people say of it.</param>
    /// <returns>A sentence without a full stop; none if there is nothing to say, or if nobody named the classes.</returns>
    public static ImmutableArray<string> Warnings(DigitCounts counts, DigitDataOptions said)
    {
        if (said.Classes is not { } classes)
            return [];
        string[] unused = [.. classes.Names.Where((_, index) => counts.PerClass[index] == 0)];
        return unused.Length == 0
            ? []
            : [$"no picture is of {(unused.Length == 1 ? "the class" : "the classes")} {ClassNames.Listed(unused, MostNamed)}, so the network will not learn {(unused.Length == 1 ? "it" : "them")}; if the data has none such, name fewer classes"];
    }
}
