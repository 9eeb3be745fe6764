using System.Collections.Immutable;
using MlNetDigits.Cli.Settings;

namespace MlNetDigits.Cli.Runs;

/// <summary>What a run folder tells of its run: how it is made, from which data, and where its results go. All paths are full.</summary>
/// <param name="Settings">What decides its weights.</param>
/// <param name="Model">Where the model goes; null if only into a run folder.</param>
/// <param name="Out">
/// The run folder that is made at the end; null for none. If <paramref name="Model"/> is null too, everything goes into the
/// folder of this manifest.
/// </param>
/// <param name="LearnedFrom">The data that it learns from.</param>
/// <param name="ValidatedOn">The data that each epoch is measured on, if it is data of its own.</param>
/// <param name="TestedOn">The data that the model is measured on at the end; empty if there is none.</param>
internal sealed record RunManifest(
    RunSettings Settings,
    string? Model,
    string? Out,
    ImmutableArray<FileDigest> LearnedFrom,
    ImmutableArray<FileDigest> ValidatedOn,
    ImmutableArray<FileDigest> TestedOn)
{
    /// <summary>Whether it tells where the results go; those of version 1 did not.</summary>
    public bool RemembersPlaces { get; init; } = true;

    /// <summary>What the weights depend on.</summary>
    public ImmutableArray<FileDigest> FilesOfWeights => [.. LearnedFrom, .. ValidatedOn];

    /// <summary>Reads all files of a run.</summary>
    /// <exception cref="InvalidInputException">A file may not be read.</exception>
    public static RunManifest Create(
        RunSettings settings, string? model, string? outFolder, DigitSource train, DigitSource? validation, DigitSource? test)
        => new(settings, model, outFolder, DigestsOf(train), DigestsOf(validation), DigestsOf(test));

    private static ImmutableArray<FileDigest> DigestsOf(DigitSource? source) => [.. source?.Files.Select(FileDigest.Of) ?? []];
}
