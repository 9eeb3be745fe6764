using System.Collections.Immutable;

namespace MlNetDigits.Cli.Train;

/// <summary>What identifies the data of a run.</summary>
/// <param name="LearnedFrom">The data that it learns from.</param>
/// <param name="ValidatedOn">The data that each epoch is measured on, if it is data of its own.</param>
/// <param name="TestedOn">The data that the model is measured on at the end; empty if there is none.</param>
internal sealed record DataDigests(
    ImmutableArray<FileDigest> LearnedFrom, ImmutableArray<FileDigest> ValidatedOn, ImmutableArray<FileDigest> TestedOn)
{
    /// <summary>What the weights depend on.</summary>
    public ImmutableArray<FileDigest> OfWeights => [.. LearnedFrom, .. ValidatedOn];

    /// <summary>Reads all files.</summary>
    /// <exception cref="InvalidInputException">A file may not be read.</exception>
    public static DataDigests Of(DigitSource train, DigitSource? validation, DigitSource? test)
        => new(Of(train), Of(validation), Of(test));

    private static ImmutableArray<FileDigest> Of(DigitSource? source)
        => [.. source?.Files.Select(file => FileDigest.Of(file)) ?? []];
}
