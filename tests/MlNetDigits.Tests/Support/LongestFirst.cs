using MlNetDigits.Tests.Cli;
using MlNetDigits.Tests.Pictures.Handwriting;
using MlNetDigits.Tests.Samples;
using MlNetDigits.Tests.Training;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("MlNetDigits.Tests.Support.LongestFirst", "MlNetDigits.Tests")]

namespace MlNetDigits.Tests.Support;

/// <summary>Starts the classes that take longest before the others, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest =
    [
        typeof(SamplesTests), typeof(PreparedDigitTests), typeof(TouchingDigitsTests), typeof(ManagedEnginePropertyTests), typeof(ResumeTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Place(collection.DisplayName))
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    // The collection of a class alone is called after it.
    private static int Place(string collection)
        => Array.FindIndex(Longest, type => collection.EndsWith($" {type.FullName}", StringComparison.Ordinal)) is >= 0 and var place
            ? place
            : Longest.Length;
}
